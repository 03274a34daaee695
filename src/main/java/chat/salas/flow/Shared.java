package chat.salas.flow;

import com.vaadin.flow.component.internal.DependencyList;
import com.vaadin.flow.internal.ConstantPool;
import com.vaadin.flow.internal.ConstantPoolKey;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.internal.nodefeature.NodeMap;
import com.vaadin.flow.shared.ui.Dependency;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Flow makes anew for each page although all pages have the same: the settings of event listeners, a small tree of JSON
 * for each, their names, and the parts of the client that it has loaded, which together are a tenth of an open page. Here they
 * are held once. Flow offers no way to that but its private fields: where they are not as expected, pages merely weigh more.
 */
final class Shared {
    private static final int MOST = 10_000;
    private static final Map<String, ConstantPoolKey> SETTINGS = new ConcurrentHashMap<>();
    private static final @Nullable Field VALUES = field(NodeMap.class, "values");

    private static final Map<String, String> NAMES = new ConcurrentHashMap<>();
    private static final Map<Dependency, Dependency> DEPENDENCIES = new ConcurrentHashMap<>();
    private static final @Nullable Field SENT = field(ConstantPool.class, "knownValues");
    private static final @Nullable Field UNSENT = field(ConstantPool.class, "newKeys");
    private static final @Nullable Field LOADED = field(DependencyList.class, "urlToLoadedDependency");
    private static final @Nullable Field CACHED_URLS = field(DependencyList.class, "urlCache");
    private static final @Nullable Field SENT_URLS = field(DependencyList.class, "sentToClient");

    private Shared() {}

    /** The session's lock must be held. */
    static void settingsOf(StateNode root) {
        if (VALUES != null) {
            root.visitNodeTree(node -> {
                if (node.hasFeature(ElementListenerMap.class)) {
                    node.getFeatureIfInitialized(ElementListenerMap.class).ifPresent(Shared::share);
                }
            });
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

    /** The names of the settings that a page has been sent; the session's lock must be held. */
    static void constantsOf(ConstantPool constants) {
        try {
            shareNames(SENT, constants);
            if (UNSENT != null && !constants.hasNewConstants()) {
                // emptied, it stays as large as it was
                UNSENT.set(constants, new HashSet<>());
            }
        } catch (IllegalAccessException | RuntimeException otherwise) {
            return;
        }
    }

    /** Puts a set in its place that is no larger than the names in it; there are some tens. */
    @SuppressWarnings("unchecked")
    private static void shareNames(@Nullable Field field, Object owner) throws IllegalAccessException {
        if (field != null) {
            Set<String> names = (Set<String>) field.get(owner);
            field.set(
                    owner,
                    new CopyOnWriteArraySet<>(
                            names.stream().map(Shared::sharedName).toList()));
        }
    }

    /** Which parts of the client a page has asked for; the session's lock must be held. */
    @SuppressWarnings("unchecked")
    static void dependenciesOf(DependencyList list) {
        try {
            shareNames(CACHED_URLS, list);
            shareNames(SENT_URLS, list);
            if (LOADED != null) {
                Map<String, Dependency> map = (Map<String, Dependency>) LOADED.get(list);
                List<Dependency> before = List.copyOf(map.values());
                map.clear();
                before.forEach(each -> map.put(sharedName(each.getUrl()), shared(each)));
            }
        } catch (IllegalAccessException | RuntimeException otherwise) {
            return;
        }
    }

    private static Dependency shared(Dependency dependency) {
        return DEPENDENCIES.size() < MOST ? DEPENDENCIES.computeIfAbsent(dependency, Function.identity()) : dependency;
    }

    private static String sharedName(String name) {
        return NAMES.size() < MOST ? NAMES.computeIfAbsent(name, Function.identity()) : name;
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
