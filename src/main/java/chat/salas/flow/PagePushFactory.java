package chat.salas.flow;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;

/** Found by Flow through {@code META-INF/services}. */
public final class PagePushFactory implements PushConnectionFactory {
    @Override
    public PushConnection apply(UI ui) {
        return new PagePush(ui);
    }
}
