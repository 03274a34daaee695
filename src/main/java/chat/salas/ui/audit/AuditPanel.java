package chat.salas.ui.audit;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditCheck;
import chat.salas.audit.AuditEntry;
import chat.salas.audit.AuditFilter;
import chat.salas.audit.AuditFormat;
import chat.salas.audit.AuditTrail;
import chat.salas.ui.Glyph;
import chat.salas.ui.Moments;
import chat.salas.ui.grid.Confirm;
import chat.salas.ui.grid.GridPanel;
import chat.salas.ui.grid.RowGrid;
import chat.salas.ui.grid.RowSource;
import chat.salas.ui.grid.Wanted;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was done, newest first: searched by who, filtered by what and when, checked for alterations, and taken along. */
public final class AuditPanel extends Composite<Div> implements RowSource<AuditEntry> {
    private static final int NARROW = 1100;

    private final Supplier<AuditTrail> trail;
    private final String file;
    private final AuditWords words = new AuditWords(UI.getCurrent());
    private final ZoneId zone = Moments.of(UI.getCurrent()).zone();
    private final RowGrid<AuditEntry> grid = new RowGrid<>(getTranslation("audit.title"), AuditEntry::number, this);
    private final Select<AuditAction> action = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Div verdict = new Div();
    private volatile AuditFilter shown = AuditFilter.ALL;

    /**
     * @param trail checks the right to read it each time
     * @param actions that can occur, for the filter
     * @param file how an export is called, without an extension
     */
    public AuditPanel(Supplier<AuditTrail> trail, Collection<AuditAction> actions, String file) {
        this.trail = trail;
        this.file = file;
        getContent().addClassName("audit-panel");
        columns();
        filters(actions);
        verdict.addClassName("audit-verdict");
        verdict.getElement().setAttribute("role", "status");
        verdict.setVisible(false);
        getContent()
                .add(
                        verdict,
                        new GridPanel<>(grid, "audit", "history")
                                .searchable()
                                .tool(action)
                                .tool(from)
                                .tool(until)
                                .tool(tools()));
    }

    private void columns() {
        grid.narrowBelow(NARROW);
        grid.lead(
                "audit.what", "", new RowGrid.Lead<>(entry -> words.action(entry.action()), entry -> "", this::facts));
        grid.text("audit.who", "", entry -> words.who(entry.actorId(), entry.actor()));
        grid.text("audit.whom", "", AuditEntry::subject);
        grid.text("audit.detail", "", entry -> words.detail(entry.detail()))
                .setWidth("8rem")
                .setFlexGrow(3);
        grid.text("audit.when", "", entry -> words.at(entry.at()))
                .setWidth("13.5rem")
                .setFlexGrow(0);
        grid.number("audit.number", "", entry -> Long.toString(entry.number()))
                .setWidth("5rem")
                .setFlexGrow(0);
    }

    private String facts(AuditEntry entry) {
        String whom = entry.subject().isEmpty() ? "" : " → " + entry.subject();
        String detail = words.detail(entry.detail());
        return words.who(entry.actorId(), entry.actor()) + whom + " · " + words.at(entry.at())
                + (detail.isEmpty() ? "" : " · " + detail);
    }

    private void filters(Collection<AuditAction> actions) {
        action.setItems(actions);
        action.setEmptySelectionAllowed(true);
        action.setEmptySelectionCaption(getTranslation("audit.any"));
        action.setItemLabelGenerator(each -> each == null ? getTranslation("audit.any") : words.action(each));
        action.setAriaLabel(getTranslation("audit.what"));
        action.setPlaceholder(getTranslation("audit.any"));
        action.addValueChangeListener(change -> grid.reload());
        day(from, "audit.from");
        day(until, "audit.until");
    }

    private void day(DatePicker picker, String key) {
        picker.setPlaceholder(getTranslation(key));
        picker.setAriaLabel(getTranslation(key));
        picker.setClearButtonVisible(true);
        picker.setWidth("9.5rem");
        picker.addValueChangeListener(change -> grid.reload());
    }

    private Div tools() {
        Button verify = new Button(getTranslation("audit.verify"), new Glyph("shield"), click -> verify());
        Div tools = new Div(verify, export(AuditFormat.CSV), export(AuditFormat.NDJSON));
        tools.addClassName("audit-tools");
        return tools;
    }

    /** The filter is that of the list; the right is asked for before the download begins, and for each page of it. */
    private Anchor export(AuditFormat format) {
        Anchor link = new Anchor((DownloadEvent event) -> download(event, format), "");
        link.add(new Glyph("arrow-down"), new Span(format.name()));
        link.addClassName("secondary-button");
        link.getElement().setAttribute("aria-label", getTranslation("audit.export", format.name()));
        return link;
    }

    private void download(DownloadEvent event, AuditFormat format) throws IOException {
        // refused before there is anything of an answer
        Objects.requireNonNull(trail.get());
        event.setFileName(file + "." + format.extension());
        event.setContentType(format.mediaType());
        try (OutputStream out = event.getOutputStream()) {
            AuditTrail.export(trail, shown, format, out);
        }
    }

    private void verify() {
        Confirm.perform(() -> trail.get().verify(), this::say);
    }

    private void say(AuditCheck check) {
        boolean intact = check instanceof AuditCheck.Intact;
        String text =
                switch (check) {
                    case AuditCheck.Intact(long records) -> getTranslation("audit.intact", records);
                    case AuditCheck.Altered(long number) -> getTranslation("audit.altered", number);
                };
        verdict.removeAll();
        verdict.add(new Glyph(intact ? "check" : "alert"), new Span(text));
        verdict.setClassName("bad", !intact);
        verdict.setVisible(true);
    }

    /** Fetches anew what is shown. */
    public void refresh() {
        grid.refresh();
    }

    @Override
    public List<AuditEntry> rows(Wanted wanted) {
        return trail.get().page(filter(wanted), wanted.offset(), wanted.limit());
    }

    @Override
    public int count(Wanted wanted) {
        return (int) Math.min(Integer.MAX_VALUE, trail.get().count(filter(wanted)));
    }

    private AuditFilter filter(Wanted wanted) {
        LocalDate last = until.getValue();
        shown = new AuditFilter(
                action.getValue(),
                wanted.words(),
                start(from.getValue()),
                start(last == null ? null : last.plusDays(1)));
        return shown;
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
