package chat.salas.rights;

import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A fresh room to which everybody stands in another way, built through the API itself. */
final class Scene {
    /** What was said in the room; who sees it is inside. */
    static final String SAID = "whispered-inside";
    /** The slug of no room. */
    static final String ABSENT = "absent";

    private final Map<Persona, Api> people = new EnumMap<>(Persona.class);
    private final Map<String, String> values;
    private final String slug;
    private final String name = "Room" + UUID.randomUUID().toString().substring(0, 8);

    Scene(TestServer server, boolean listed) {
        for (Persona persona : Persona.values()) {
            people.put(persona, server.api());
            if (persona != Persona.ANONYMOUS) {
                api(persona).signIn(persona.email(), Api.PASSWORD);
            }
        }
        Api target = server.api().signIn("target@example.org", Api.PASSWORD);
        Api owner = api(Persona.OWNER);
        slug = ok(owner.post("/api/rooms", Map.of("name", name))).string("slug");
        String token = ok(owner.post(room("/invites"), Map.of("maxUses", 50))).string("token");
        for (Persona persona : List.of(Persona.MEMBER, Persona.MUTED, Persona.ADMIN, Persona.BANNED, Persona.REMOVED)) {
            ok(api(persona).post("/api/invites/" + token + "/accept"));
        }
        ok(target.post("/api/invites/" + token + "/accept"));
        String seq = Long.toString(
                ok(owner.post(room("/messages"), Map.of("text", SAID))).number("seq"));
        ok(owner.patch(room("/members/" + id(Persona.ADMIN)), Map.of("role", "ADMIN")));
        ok(owner.put(room("/members/" + id(Persona.MUTED) + "/mute"), Map.of("minutes", 60)));
        ok(owner.post(room("/members/" + id(Persona.BANNED) + "/remove"), Map.of("ban", true)));
        ok(owner.post(room("/members/" + id(Persona.REMOVED) + "/remove"), Map.of()));
        ok(api(Persona.REQUESTER).post(room("/access-requests"), Map.of()));
        String invite = ok(owner.post(room("/invites"), Map.of("email", Persona.INVITED.email())))
                .string("id");
        if (!listed) {
            ok(owner.patch(room("/settings"), Map.of("listed", false)));
        }
        values = Map.of(
                "{emoji}",
                "%F0%9F%91%8D",
                "{selector}",
                "nothing",
                "{+path}",
                "nothing-here",
                "{slug}",
                slug,
                "{seq}",
                seq,
                "{token}",
                token,
                "{target}",
                target.accountId(),
                "{requester}",
                id(Persona.REQUESTER),
                "{banned}",
                id(Persona.BANNED),
                "{invite}",
                invite);
    }

    Api api(Persona persona) {
        return java.util.Objects.requireNonNull(people.get(persona));
    }

    String name() {
        return name;
    }

    /** The template with this scene's own slug, ids and tokens. */
    String fill(String template) {
        String filled = template.replace("{userId}", "{" + subject(template) + "}")
                .replace("{id}", template.contains("/invites/") ? "{invite}" : "1");
        for (var value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled.replace("{new}", UUID.randomUUID().toString());
    }

    private static String subject(String template) {
        if (template.contains("/access-requests/")) {
            return "requester";
        }
        return template.contains("/bans/") ? "banned" : "target";
    }

    /** As {@link #fill}, but leads to a room that is not there. */
    String fillAbsent(String template) {
        return fill(template.replace("{slug}", ABSENT));
    }

    private String id(Persona persona) {
        return api(persona).accountId();
    }

    private String room(String rest) {
        return "/api/rooms/" + slug + rest;
    }

    private static Answer ok(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("the scene could not be set: " + answer);
        }
        return answer;
    }
}
