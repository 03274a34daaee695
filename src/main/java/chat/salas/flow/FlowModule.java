package chat.salas.flow;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.DeploymentConfigurationFactory;
import com.vaadin.flow.server.InitParameters;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import com.vaadin.flow.server.startup.VaadinInitializerException;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts Flow from the bean definitions that the compiler wrote, so that nothing is scanned. */
@Factory
final class FlowModule {
    private final BeanContext beans;

    FlowModule(BeanContext beans) {
        this.beans = beans;
    }

    @Singleton
    @Bean(preDestroy = "destroy")
    FlowService service(FlowSettings settings, OwnAddress address)
            throws ServiceException, ServletException, VaadinInitializerException {
        FlowContext context = new FlowContext(parameters(settings));
        Map<Class<?>, Collection<Class<?>>> services = new HashMap<>();
        new LookupInitializer().initialize(context, services, lookup -> context.setAttribute(Lookup.class, lookup));
        new RouteRegistryInitializer().initialize(views(), context);
        new ErrorNavigationTargetInitializer().initialize(types(HasErrorParameter.class), context);
        VaadinAppShellInitializer.init(types(AppShellConfigurator.class), context);
        var configuration =
                new DeploymentConfigurationFactory().createDeploymentConfiguration(FlowService.class, context);
        FlowService service = new FlowService(configuration, context, beans, address);
        service.init();
        return service;
    }

    private static Map<String, String> parameters(FlowSettings settings) {
        return Map.of(
                InitParameters.SERVLET_PARAMETER_PRODUCTION_MODE, "true",
                InitParameters.SERVLET_PARAMETER_PUSH_MODE, "automatic",
                InitParameters.SERVLET_PARAMETER_FRAME_OPTIONS, "DENY",
                InitParameters.SERVLET_PARAMETER_HEARTBEAT_INTERVAL,
                        Long.toString(settings.heartbeat().toSeconds()));
    }

    private Set<Class<?>> views() {
        Set<Class<?>> views = new HashSet<>();
        for (var annotation : Set.of(Route.class, Layout.class)) {
            beans.getBeanDefinitions(Qualifiers.byStereotype(annotation)).stream()
                    .map(FlowModule::unshared)
                    .forEach(views::add);
        }
        return views;
    }

    private Set<Class<?>> types(@Nullable Class<?> supertype) {
        return beans.getBeanDefinitions(supertype).stream()
                .map(FlowModule::unshared)
                .collect(Collectors.toSet());
    }

    /** A component belongs to one page: shared between two, it would leak one person's state to another. */
    private static Class<?> unshared(BeanDefinition<?> definition) {
        Class<?> type = definition.getBeanType();
        if (definition.isSingleton() && com.vaadin.flow.component.Component.class.isAssignableFrom(type)) {
            throw new IllegalStateException(type.getName() + " is one bean for all pages (expected: @Prototype)");
        }
        return type;
    }
}
