package chat.salas.flow;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.PwaRegistry;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.ServiceContextUriResolver;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.HeartbeatHandler;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.server.communication.SessionRequestHandler;
import com.vaadin.flow.server.communication.StreamRequestHandler;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.shared.ApplicationConstants;
import io.micronaut.context.BeanContext;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flow itself, with those of its handlers that need no servlet. */
final class FlowService extends VaadinService {
    private static final ServiceContextUriResolver URIS = new ServiceContextUriResolver();

    private final transient FlowContext flowContext;
    private final transient BeanContext beans;
    private final transient OwnAddress address;

    FlowService(DeploymentConfiguration configuration, FlowContext flowContext, BeanContext beans, OwnAddress address) {
        super(configuration);
        this.flowContext = flowContext;
        this.beans = beans;
        this.address = address;
        setSystemMessagesProvider(info -> reloading());
    }

    /** An ended session shows nothing: the page reloads, at the address where it is. */
    private static CustomizedSystemMessages reloading() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSyncErrorNotificationEnabled(false);
        return messages;
    }

    /** Flow asks the last one first. */
    @Override
    protected List<RequestHandler> createRequestHandlers() {
        return new ArrayList<>(List.of(
                new PageHandler(),
                new StartHandler(),
                new SessionRequestHandler(),
                new HeartbeatHandler(),
                new CallHandler(),
                new com.vaadin.flow.server.UnsupportedBrowserHandler(),
                new StreamRequestHandler()));
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        super.modifyIndexHtmlResponse(response);
        FlowRequest request = (FlowRequest) response.getVaadinRequest();
        response.getDocument()
                .head()
                .select("base")
                .attr("href", Paths.toRoot(request.http().getPath()));
        ContentPolicy.apply(response.getDocument(), response.getVaadinResponse());
        String path = request.getPathInfo().substring(1);
        if (getRouteRegistry().getNavigationTarget(path).isEmpty()) {
            response.getVaadinResponse().setStatus(404);
        }
    }

    @Override
    protected Instantiator createInstantiator() {
        return new BeanInstantiator(this, beans);
    }

    @Override
    protected boolean requestCanCreateSession(VaadinRequest request) {
        return FlowExchange.mayBegin(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }

    @Override
    public boolean ensurePushAvailable() {
        return true;
    }

    @Override
    protected boolean isAtmosphereAvailable() {
        return false;
    }

    /** Whoever calls {@code ui.access}, be it an event loop: the work is done on a virtual thread, in its order. */
    @Override
    public void ensureAccessQueuePurged(VaadinSession session) {
        if (Thread.currentThread().isVirtual()) {
            super.ensureAccessQueuePurged(session);
        } else {
            getExecutor().execute(() -> super.ensureAccessQueuePurged(session));
        }
    }

    @Override
    protected RouteRegistry getRouteRegistry() {
        return ApplicationRouteRegistry.getInstance(getContext());
    }

    @Override
    protected @Nullable PwaRegistry getPwaRegistry() {
        return null;
    }

    @Override
    protected VaadinContext constructVaadinContext() {
        return flowContext;
    }

    @Override
    public String getContextRootRelativePath(VaadinRequest request) {
        return "./";
    }

    @Override
    public String getServiceName() {
        return "flow";
    }

    @Override
    public String getMainDivId(VaadinSession session, VaadinRequest request) {
        return "ROOT-1";
    }

    @Override
    public String getMimeType(String resourceName) {
        return MediaTypes.of(resourceName).orElse("application/octet-stream");
    }

    @Override
    public String resolveResource(String url) {
        return URIS.resolveVaadinUri(url);
    }

    @Override
    public @Nullable URL getStaticResource(String path) {
        return FlowService.class.getClassLoader().getResource("META-INF/resources/" + path.replaceFirst("^/", ""));
    }

    @Override
    public @Nullable URL getResource(String path) {
        return getStaticResource(resolveResource(path));
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String path) {
        URL url = getResource(path);
        try {
            return url == null ? null : url.openStream();
        } catch (IOException unreadable) {
            return null;
        }
    }

    boolean isSecure(HttpRequest<?> request) {
        return address.isSecure(request);
    }

    /** Checked exceptions of Flow say nothing that a caller could act on. */
    void answer(FlowRequest request, FlowResponse response) {
        try {
            handleRequest(request, response);
        } catch (ServiceException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
    }
}
