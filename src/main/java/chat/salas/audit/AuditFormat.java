package chat.salas.audit;

/** How records leave the house. */
public enum AuditFormat {
    /** One JSON object a line. */
    NDJSON("ndjson", "application/x-ndjson"),
    /** With a line of names on top, as spreadsheets read it. */
    CSV("csv", "text/csv;charset=UTF-8");

    private final String extension;
    private final String mediaType;

    AuditFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
