package chat.salas.flow;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.shared.JsonConstants;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the page calls. Refuses what no page says before Flow stumbles over it. */
final class CallHandler extends UidlRequestHandler {
    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String body) throws IOException {
        if (isCall(body)) {
            Optional<ResponseWriter> answer = super.synchronizedHandleRequest(session, request, response, body);
            UI page = session.getService().findUI(request);
            if (page != null) {
                Shared.settingsOf(page.getInternals().getStateTree().getRootNode());
                Shared.constantsOf(page.getInternals().getConstantPool());
                Shared.dependenciesOf(page.getInternals().getDependencyList());
            }
            return answer;
        }
        return Optional.of(() -> response.sendError(400, null));
    }

    private static boolean isCall(String body) {
        try {
            JsonNode call = JacksonUtils.getMapper().readTree(body);
            return call.isObject()
                    && call.path(ApplicationConstants.CSRF_TOKEN).isString()
                    && call.path(ApplicationConstants.RPC_INVOCATIONS).isArray()
                    && call.path(ApplicationConstants.RPC_INVOCATIONS)
                            .valueStream()
                            .allMatch(CallHandler::isInvocation)
                    && call.path(ApplicationConstants.SERVER_SYNC_ID).isInt()
                    && call.path(ApplicationConstants.CLIENT_TO_SERVER_ID).isInt();
        } catch (JacksonException malformed) {
            return false;
        }
    }

    private static boolean isInvocation(JsonNode invocation) {
        return invocation.path(JsonConstants.RPC_TYPE).isString()
                && (!invocation.has(JsonConstants.RPC_NODE)
                        || invocation.path(JsonConstants.RPC_NODE).isInt());
    }
}
