package chat.salas.ui.settings;

import chat.salas.room.Room;
import chat.salas.room.RoomSettings;
import chat.salas.room.SettingsChange;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.micronaut.context.annotation.Prototype;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may be sent besides words, and how large it may be. */
@Prototype
final class MediaTab extends SettingsTab {
    private static final long MEBIBYTE = 1L << 20;

    private final RoomSettings settings;
    private final Checkbox images = new Checkbox(getTranslation("settings.media.images"));
    private final Checkbox videos = new Checkbox(getTranslation("settings.media.videos"));
    private final Checkbox files = new Checkbox(getTranslation("settings.media.files"));
    private final IntegerField largest = new IntegerField(getTranslation("settings.media.largest"));
    private long bytes;
    private @Nullable SettingsForm form;

    MediaTab(RoomSettings settings) {
        this.settings = settings;
        head("media");
        largest.setSuffixComponent(new Span("MB"));
        largest.setHelperText(getTranslation("settings.media.largest.hint"));
        largest.setMin(1);
        largest.setStepButtonsVisible(true);
        largest.setValueChangeMode(ValueChangeMode.LAZY);
        largest.addClassName("short-field");
    }

    @Override
    void enter(Seat seat) {
        SettingsForm made = new SettingsForm(seat, settings);
        made.with(images);
        made.with(videos);
        made.with(files);
        made.with(made.fields().add("maxUploadBytes", largest));
        made.bind(this::show, this::change);
        form = made;
        put(made);
    }

    @Override
    void refresh() {
        if (form != null) {
            form.refresh();
        }
    }

    private void show(Room room) {
        images.setValue(room.allowImages());
        videos.setValue(room.allowVideos());
        files.setValue(room.allowFiles());
        bytes = room.maxUploadBytes();
        largest.setValue(mebibytes());
    }

    /** A size that was set by a program need not be a round one, and stays unless another one is typed. */
    private int mebibytes() {
        return (int) Math.max(1, Math.round((double) bytes / MEBIBYTE));
    }

    private SettingsChange change() {
        int typed = Objects.requireNonNullElse(largest.getValue(), 0);
        long wanted = typed == mebibytes() ? bytes : typed * MEBIBYTE;
        return new SettingsChange(
                null, null, null, images.getValue(), videos.getValue(), files.getValue(), wanted, null, null, null);
    }
}
