package chat.salas.socket;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one connection was told about who is online, so that sharing many rooms does not repeat it. Bounded. */
final class Recently {
    private static final int MAX = 256;

    private final Map<Long, Boolean> told = new LinkedHashMap<>(8) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > MAX;
        }
    };

    boolean isNews(long accountId, boolean online) {
        Boolean before = told.put(accountId, online);
        return before == null || before != online;
    }
}
