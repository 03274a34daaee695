package chat.salas.flow;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.communication.IndexHtmlRequestHandler;
import com.vaadin.flow.shared.ApplicationConstants;

/** The page that every address of the UI begins with. */
final class PageHandler extends IndexHtmlRequestHandler {
    @Override
    protected boolean canHandleRequest(VaadinRequest request) {
        return request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) == null
                && super.canHandleRequest(request);
    }
}
