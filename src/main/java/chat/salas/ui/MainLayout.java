package chat.salas.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.shared.Registration;
import io.micronaut.context.annotation.Prototype;

/**
 * Everything around a view for somebody who is signed in: a skip link, the rail ({@code navigation}) and the place of the view
 * ({@code main}). A view fills the height that it gets and scrolls inside itself.
 */
@Prototype
public final class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final String MAIN = "main";
    private static final String SWITCHER_KEYS =
            "(event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'";

    private final Main main = new Main();
    private final Rail rail;

    MainLayout(Rail rail) {
        this.rail = rail;
        main.setId(MAIN);
        main.addClassName("main");
        main.getElement().setAttribute("tabindex", "-1");
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(getTranslation("rail.name")));
        addToDrawer(rail);
        setContent(main);
        getElement().insertChild(0, skipLink().getElement());
        Regions regions = new Regions();
        regions.add(rail, rail::focusList);
        regions.add(main, () -> focus(main));
        rail.onUnread(unread -> showTitle());
    }

    /** Opens the search through my rooms. */
    public void openSwitcher() {
        rail.openSwitcher();
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        main.removeAll();
        view.getElement().getComponent().ifPresent(main::add);
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        main.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        rail.showCurrent(event.getLocation().getPath());
        showTitle();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // one listener with a short filter: Flow's own shortcuts weigh kilobytes in every open page
        Registration key = event.getUI()
                .getElement()
                .addEventListener("keydown", pressed -> openSwitcher())
                .setFilter(SWITCHER_KEYS)
                .preventDefault();
        addDetachListener(left -> {
            left.unregisterListener();
            key.remove();
        });
    }

    /** The view's own title with the unread messages before it; after Flow has set the bare one. */
    private void showTitle() {
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> main.getChildren()
                .filter(HasDynamicTitle.class::isInstance)
                .map(view -> ((HasDynamicTitle) view).getPageTitle())
                .findFirst()
                .ifPresent(title -> ui.getPage().setTitle(PageTitles.withUnread(title, rail.unread())))));
    }

    private Anchor skipLink() {
        Anchor link = new Anchor("#" + MAIN);
        Markup.text(link, getTranslation("skip"));
        link.setRouterIgnore(true);
        link.addClassName("skip-link");
        return link;
    }

    static void focus(Component component) {
        component.getElement().callJsFunction("focus");
    }
}
