package chat.salas.flow;

import com.vaadin.flow.server.Constants;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.servlet.http.Cookie;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Micronaut's request as Flow sees it. */
final class FlowRequest implements VaadinRequest {
    /** With these, a link from elsewhere would end what somebody has open. */
    private static final Set<String> IGNORED =
            Set.of(Constants.URL_PARAMETER_CLOSE_APPLICATION, Constants.URL_PARAMETER_RESTART_APPLICATION);

    private final HttpRequest<?> http;
    private final FlowService service;
    private final @Nullable WebSession session;
    private final InputStream body;
    private final String path;
    private final Map<String, Object> attributes = new HashMap<>();

    /** @throws IllegalArgumentException if the path is not properly percent-encoded */
    FlowRequest(HttpRequest<?> http, FlowService service, @Nullable WebSession session, InputStream body) {
        this.http = http;
        this.service = service;
        this.session = session;
        this.body = body;
        this.path = Paths.decode(http.getPath());
    }

    static FlowRequest withoutBody(HttpRequest<?> http, FlowService service, @Nullable WebSession session) {
        return new FlowRequest(http, service, session, InputStream.nullInputStream());
    }

    HttpRequest<?> http() {
        return http;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return IGNORED.contains(name)
                ? null
                : http.getParameters().getFirst(name).orElse(null);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        http.getParameters().forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    @Override
    public int getContentLength() {
        long length = getContentLengthLong();
        return length > Integer.MAX_VALUE ? -1 : (int) length;
    }

    @Override
    public long getContentLengthLong() {
        return http.getContentLength();
    }

    @Override
    public InputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public String getPathInfo() {
        return path;
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public @Nullable WebSession getWrappedSession() {
        return getWrappedSession(true);
    }

    /** Never creates one: whether a request may have a session is decided before Flow sees it. */
    @Override
    public @Nullable WebSession getWrappedSession(boolean allowed) {
        return session != null && session.isValid() ? session : null;
    }

    @Override
    public @Nullable String getContentType() {
        return getHeader("Content-Type");
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public Locale getLocale() {
        return Languages.of(http).getFirst();
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(Languages.of(http));
    }

    @Override
    public String getRemoteAddr() {
        return http.getRemoteAddress().getAddress().getHostAddress();
    }

    @Override
    public String getRemoteHost() {
        return getRemoteAddr();
    }

    @Override
    public int getRemotePort() {
        return http.getRemoteAddress().getPort();
    }

    @Override
    public boolean isSecure() {
        return service.isSecure(http);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return http.getHeaders().get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(http.getHeaders().getAll(name));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(http.getHeaders().names());
    }

    @Override
    public long getDateHeader(String name) {
        var date = http.getHeaders().getDate(name);
        return date == null ? -1 : date.toInstant().toEpochMilli();
    }

    @Override
    public VaadinService getService() {
        return service;
    }

    /** Without the names that a servlet cookie does not take. */
    @Override
    public Cookie[] getCookies() {
        List<Cookie> cookies = new ArrayList<>();
        http.getCookies().getAll().forEach(cookie -> {
            try {
                cookies.add(new Cookie(cookie.getName(), cookie.getValue()));
            } catch (IllegalArgumentException unusable) {
                // the other cookies still count
            }
        });
        return cookies.toArray(Cookie[]::new);
    }

    @Override
    public @Nullable String getAuthType() {
        return null;
    }

    @Override
    public @Nullable String getRemoteUser() {
        Principal principal = getUserPrincipal();
        return principal == null ? null : principal.getName();
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return http.getUserPrincipal().orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return getUserPrincipal() instanceof Authentication authentication
                && authentication.getRoles().contains(role);
    }

    @Override
    public String getMethod() {
        return http.getMethodName();
    }
}
