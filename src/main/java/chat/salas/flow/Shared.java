package chat.salas.flow;

import com.vaadin.flow.internal.ConstantPoolKey;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.internal.nodefeature.NodeMap;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What Flow makes anew for each page although all pages have the same: the settings of event listeners, a small tree of JSON
 * for each, which together are a tenth of an open page. Here they are held once. Flow offers no way to that but its private
 * fields: where they are not as expected, pages merely weigh more.
 */
final class Shared {
    private static final int MOST = 10_000;
    private static final Map<String, ConstantPoolKey> SETTINGS = new ConcurrentHashMap<>();
    private static final @Nullable Field VALUES = field(NodeMap.class, "values");

    private Shared() {}

    /** The session's lock must be held. */
    static void settingsOf(StateNode root) {
        if (VALUES != null) {
            root.visitNodeTree(node ->
                    node.getFeatureIfInitialized(ElementListenerMap.class).ifPresent(Shared::share));
        }
    }

    private static void share(ElementListenerMap listeners) {
        try {
            Object values = VALUES == null ? null : VALUES.get(listeners);
            if (values instanceof Map<?, ?> many) {
                replaceAll(many);
            } else if (values != null) {
                Field one = field(values.getClass(), "value");
                if (one != null) {
                    one.set(values, shared(one.get(values)));
                }
            }
        } catch (IllegalAccessException | RuntimeException otherwise) {
            return;
        }
    }

    @SuppressWarnings("unchecked")
    private static void replaceAll(Map<?, ?> values) {
        ((Map<Object, Object>) values).replaceAll((event, settings) -> shared(settings));
    }

    private static Object shared(Object settings) {
        return settings instanceof ConstantPoolKey key && SETTINGS.size() < MOST
                ? SETTINGS.computeIfAbsent(key.getId(), id -> key)
                : settings;
    }

    private static @Nullable Field field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException | RuntimeException otherwise) {
            return null;
        }
    }
}
