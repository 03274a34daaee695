package chat.salas.message;

import chat.salas.metrics.Exposition;
import chat.salas.metrics.MeterSource;
import jakarta.inject.Singleton;

/** Messages on their way: to disk, to the members, into the search index. */
@Singleton
record MessageMeters(Journal journal, Herald herald, Joining joining, Indexer indexer) implements MeterSource {
    @Override
    public void tell(Exposition out) {
        out.counter("salas_messages_stored_total", "Messages that came in and are on disk.", herald.posted());
        journal.pace().tell(out);
        out.gauge("salas_journal_waiting_entries", "Entries that wait to be written.", journal.waiting());
        joining.told().tell(out);
        out.gauge(
                "salas_search_waiting_rooms",
                "Rooms whose search index waits to be brought up to date.",
                indexer.waiting());
    }
}
