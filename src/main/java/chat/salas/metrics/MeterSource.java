package chat.salas.metrics;

/** A part of the server that has something to tell operators. */
@FunctionalInterface
public interface MeterSource {
    /** Writes what is so now; takes no more than a few milliseconds. */
    void tell(Exposition out);
}
