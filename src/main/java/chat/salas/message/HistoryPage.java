package chat.salas.message;

import java.util.List;

/** Messages in ascending seq, and whether there are more in the direction that was asked for. */
public record HistoryPage(List<Message> messages, boolean hasMore) {}
