package chat.salas.ui.admin;

import chat.salas.account.Instance;
import chat.salas.ui.Amounts;
import chat.salas.ui.Moments;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import io.micronaut.context.annotation.Prototype;

/** Which version runs since when, how much there is, and whether there is place for more. */
@Prototype
final class HealthPart extends AdminPart {
    private final DescriptionList facts = new DescriptionList();

    HealthPart(Instance instance) {
        super(Part.HEALTH);
        Instance.Facts now = instance.facts(me());
        Moments moments = Moments.of(UI.getCurrent());
        facts.addClassName("admin-facts");
        fact(
                "admin.health.version",
                now.version().isEmpty() ? getTranslation("admin.health.unpackaged") : now.version());
        fact("admin.health.java", now.java());
        fact("admin.health.since", moments.full(now.startedAt()));
        fact("admin.health.people", number(now.people()));
        fact("admin.health.rooms", number(now.rooms()));
        fact("admin.health.messages", number(now.messages()));
        fact("admin.health.online", number(now.online()));
        fact("admin.health.database", Amounts.bytes(now.databaseBytes(), getLocale()));
        fact("admin.health.free", Amounts.bytes(now.freeBytes(), getLocale()));
        fact(
                "admin.health.memory",
                getTranslation(
                        "admin.health.memory.of",
                        Amounts.bytes(now.heapBytes(), getLocale()),
                        Amounts.bytes(now.heapLimit(), getLocale())));
        put(facts);
    }

    private String number(long number) {
        return Amounts.number(number, getLocale());
    }

    private void fact(String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }
}
