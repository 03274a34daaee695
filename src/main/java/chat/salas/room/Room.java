package chat.salas.room;

import java.time.Instant;

/**
 * A room, without anybody's view of it.
 *
 * @param slug its address; given once
 * @param clearedSeq nothing up to here is shown to anybody
 */
public record Room(long id, String slug, Encryption encryption, Settings settings, Instant createdAt, long clearedSeq) {
    /** The same room at another address. */
    Room at(String otherSlug) {
        return new Room(id, otherSlug, encryption, settings, createdAt, clearedSeq);
    }

    /** The same room with other settings. */
    Room with(Settings others) {
        return new Room(id, slug, encryption, others, createdAt, clearedSeq);
    }

    public String name() {
        return settings.name();
    }

    public String topic() {
        return settings.topic();
    }

    public boolean listed() {
        return settings.listed();
    }

    public boolean allowImages() {
        return settings.allowImages();
    }

    public boolean allowVideos() {
        return settings.allowVideos();
    }

    public boolean allowFiles() {
        return settings.allowFiles();
    }

    public long maxUploadBytes() {
        return settings.maxUploadBytes();
    }

    public int messagesPerMinute() {
        return settings.messagesPerMinute();
    }

    public int retentionDays() {
        return settings.retentionDays();
    }

    public boolean newcomersSeeHistory() {
        return settings.newcomersSeeHistory();
    }
}
