package chat.salas.flow;

import com.vaadin.flow.server.VaadinConfig;
import com.vaadin.flow.server.VaadinContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Flow's application-wide attributes and parameters. */
final class FlowContext implements VaadinContext, VaadinConfig {
    private final transient Map<Class<?>, Object> attributes = new HashMap<>();
    private final transient Map<String, String> parameters;

    FlowContext(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** Suppliers ask for further attributes, hence one reentrant lock instead of a concurrent map. */
    @Override
    public synchronized <T> @Nullable T getAttribute(Class<T> type, @Nullable Supplier<T> initial) {
        Object value = attributes.get(type);
        if (value == null && initial != null) {
            value = initial.get();
            if (value != null) {
                attributes.put(type, value);
            }
        }
        return type.cast(value);
    }

    @Override
    public synchronized <T> void setAttribute(Class<T> type, @Nullable T value) {
        if (value == null) {
            attributes.remove(type);
        } else {
            attributes.put(type, value);
        }
    }

    @Override
    public synchronized void removeAttribute(Class<?> type) {
        attributes.remove(type);
    }

    @Override
    public Enumeration<String> getContextParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public @Nullable String getContextParameter(String name) {
        return parameters.get(name);
    }

    @Override
    public VaadinContext getVaadinContext() {
        return this;
    }

    @Override
    public Enumeration<String> getConfigParameterNames() {
        return getContextParameterNames();
    }

    @Override
    public @Nullable String getConfigParameter(String name) {
        return getContextParameter(name);
    }
}
