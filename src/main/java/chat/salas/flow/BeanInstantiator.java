package chat.salas.flow;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.MenuAccessControl;
import io.micronaut.context.BeanContext;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the application's beans first: views, layouts, error views, listeners, translations. */
final class BeanInstantiator extends DefaultInstantiator {
    private final transient BeanContext beans;

    BeanInstantiator(VaadinService service, BeanContext beans) {
        super(service);
        this.beans = beans;
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        return beans.containsBean(type) ? beans.getBean(type) : super.getOrCreate(type);
    }

    @Override
    public <T extends Component> T createComponent(Class<T> type) {
        return beans.containsBean(type) ? beans.getBean(type) : super.createComponent(type);
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.concat(
                super.getServiceInitListeners(), beans.getBeansOfType(VaadinServiceInitListener.class).stream());
    }

    @Override
    public @Nullable I18NProvider getI18NProvider() {
        return beans.findBean(I18NProvider.class).orElseGet(super::getI18NProvider);
    }

    @Override
    public MenuAccessControl getMenuAccessControl() {
        return beans.findBean(MenuAccessControl.class).orElseGet(super::getMenuAccessControl);
    }
}
