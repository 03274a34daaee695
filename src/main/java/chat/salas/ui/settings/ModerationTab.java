package chat.salas.ui.settings;

import chat.salas.room.Bans;
import chat.salas.room.MemberList;
import chat.salas.room.Room;
import chat.salas.room.RoomSettings;
import chat.salas.room.Ruling;
import chat.salas.room.SettingsChange;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.micronaut.context.annotation.Prototype;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How fast one may talk, who is muted, and who is kept out. */
@Prototype
final class ModerationTab extends SettingsTab {
    private final RoomSettings settings;
    private final MemberList members;
    private final Ruling ruling;
    private final Bans bans;
    private final IntegerField rate = new IntegerField(getTranslation("settings.moderation.rate"));
    private @Nullable Parts parts;

    private record Parts(SettingsForm form, MutesPanel muted, BansPanel banned) {}

    ModerationTab(RoomSettings settings, MemberList members, Ruling ruling, Bans bans) {
        this.settings = settings;
        this.members = members;
        this.ruling = ruling;
        this.bans = bans;
        head("moderation");
        getContent().addClassName("settings-stack");
        rate.setHelperText(getTranslation("settings.moderation.rate.hint"));
        rate.setMin(0);
        rate.setStepButtonsVisible(true);
        rate.setValueChangeMode(ValueChangeMode.LAZY);
        rate.addClassName("short-field");
    }

    @Override
    void enter(Seat seat) {
        SettingsForm form = new SettingsForm(seat, settings);
        form.with(form.fields().add("messagesPerMinute", rate));
        form.bind(this::show, this::change);
        MutesPanel muted = new MutesPanel(seat, members, ruling);
        BansPanel banned = new BansPanel(seat, bans);
        parts = new Parts(form, muted, banned);
        put(form, title("settings.mutes.title"), muted, title("settings.bans.title"), banned);
    }

    private Component title(String key) {
        return new H3(getTranslation(key));
    }

    @Override
    void refresh() {
        if (parts != null) {
            parts.form().refresh();
            parts.muted().refresh();
            parts.banned().refresh();
        }
    }

    private void show(Room room) {
        rate.setValue(room.messagesPerMinute());
    }

    private SettingsChange change() {
        return new SettingsChange(
                null, null, null, null, null, null, null, Objects.requireNonNullElse(rate.getValue(), 0), null, null);
    }
}
