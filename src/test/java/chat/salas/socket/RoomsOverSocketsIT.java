package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.message.Messages;
import chat.salas.socket.Folk.Person;
import chat.salas.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomsOverSocketsIT {
    private static final TestServer server = TestServer.start();
    private static final Folk folk = new Folk(server);
    private static final Person ana = folk.person("Ana");
    private static final Person ben = folk.person("Ben");
    private static final Person eve = folk.person("Eve");

    private String ops = "";
    private Talker anas = new Talker();
    private Talker bens = new Talker();

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void meet() {
        ops = folk.room(ana, "Ops");
        folk.admit(ana, ops, ben);
        anas = folk.connect(ana);
        bens = folk.connect(ben);
    }

    @AfterEach
    void part() {
        anas.close();
        bens.close();
    }

    @Test
    void aMessageIsAcknowledgedAndReachesEverybodyAlsoTheSender() {
        assertThat(anas.join(ops))
                .containsEntry("room", ops)
                .containsEntry("lastSeq", 0)
                .containsEntry("members", 2);
        bens.join(ops);
        String id = "0b9e7a9c-6d2e-4b6e-9d54-3a8a1f3f7c11";
        anas.say("{'type':'send_message','ref':'3','room':'" + ops + "','id':'" + id + "','text':'olá'}");
        Map<String, Object> ack = anas.expect("ack");
        assertThat(ack).containsEntry("ref", "3").containsEntry("id", id).containsEntry("seq", 1);
        Map<String, Object> seen = bens.expect("message");
        assertThat(seen)
                .containsEntry("room", ops)
                .containsEntry("seq", 1)
                .containsEntry("id", id)
                .containsEntry("text", "olá")
                .containsEntry("deleted", false)
                .containsEntry("at", ack.get("at"));
        assertThat(anas.expect("message")).isEqualTo(seen);
    }

    @Test
    void theSameIdAgainIsAnsweredWithTheFirstResult() {
        anas.join(ops);
        String frame = "{'type':'send_message','ref':'a','room':'" + ops
                + "','id':'0b9e7a9c-6d2e-4b6e-9d54-3a8a1f3f7c12','text':'once'}";
        anas.say(frame);
        anas.say(frame);
        Map<String, Object> first = anas.expect("ack");
        assertThat(anas.expect("ack")).isEqualTo(first);
        assertThat(server.bean(Messages.class)
                        .history(ana.actor(), ops, null, null, 50)
                        .messages())
                .hasSize(1);
    }

    @Test
    void sendingNeedsNoJoin() {
        anas.send(ops, "hello");
        assertThat(anas.expect("ack")).containsEntry("seq", 1);
        assertThat(anas.untilNow()).isEmpty();
    }

    @Test
    void whatWasMissedComesFirstAndThenWhatIsNew() {
        anas.join(ops);
        for (int i = 1; i <= 450; i++) {
            anas.send(ops, "m" + i);
        }
        anas.seqs(450);
        assertThat(bens.join(ops, 3)).containsEntry("lastSeq", 450);
        anas.send(ops, "new");
        assertThat(bens.seqs(448)).first().isEqualTo(4L);
        assertThat(bens.untilNow()).isEmpty();
    }

    @Test
    void joiningAgainGoesOnWhereTheStreamWas() {
        bens.join(ops);
        anas.send(ops, "one");
        assertThat(bens.seqs(1)).containsExactly(1L);
        assertThat(bens.join(ops)).containsEntry("lastSeq", 1);
        anas.send(ops, "two");
        assertThat(bens.seqs(1)).containsExactly(2L);
        assertThat(bens.join(ops, 0)).containsEntry("lastSeq", 2);
        assertThat(bens.seqs(2)).containsExactly(1L, 2L);
        assertThat(bens.untilNow()).isEmpty();
    }

    @Test
    void whoLeavesHearsNothingMore() {
        bens.join(ops);
        bens.say("{'type':'leave','ref':'2','room':'" + ops + "'}");
        assertThat(bens.expect("left")).containsEntry("ref", "2").containsEntry("room", ops);
        anas.send(ops, "secret");
        anas.expect("ack");
        assertThat(bens.untilNow()).isEmpty();
    }

    @Test
    void outsidersAreRefusedAndStayConnected() {
        try (Talker eves = folk.connect(eve)) {
            eves.say("{'type':'join','ref':'1','room':'" + ops + "'}");
            assertThat(eves.next())
                    .containsEntry("type", "error")
                    .containsEntry("ref", "1")
                    .containsEntry("status", 403);
            eves.say("{'type':'send_message','ref':'2','room':'" + ops + "','text':'hi'}");
            assertThat(eves.next()).containsEntry("ref", "2").containsEntry("status", 403);
            eves.say("{'type':'join','ref':'3','room':'nowhere'}");
            assertThat(eves.next()).containsEntry("ref", "3").containsEntry("status", 404);
            anas.send(ops, "secret");
            anas.expect("ack");
            assertThat(eves.untilNow()).isEmpty();
        }
    }

    @Test
    void whatIsWrongWithAMessageIsToldToItsSender() {
        anas.say("{'type':'send_message','ref':'1','room':'" + ops + "','text':'  '}");
        assertThat(anas.next()).containsEntry("ref", "1").containsEntry("status", 422);
        anas.say("{'type':'send_message','ref':'2','room':'" + ops + "'}");
        assertThat(anas.next()).containsEntry("ref", "2").containsEntry("status", 422);
        anas.say("{'type':'send_message','ref':'3','room':'" + ops + "','id':'x','text':'hi'}");
        assertThat(anas.next()).containsEntry("ref", "3").containsEntry("status", 400);
        anas.say("{'type':'send_message','ref':'4','room':'" + ops
                + "','sealed':{'epoch':1,'nonce':'','ciphertext':''}}");
        assertThat(anas.next()).containsEntry("ref", "4").containsEntry("status", 422);
        anas.say("{'type':'send_message','ref':'5','room':'" + ops + "','text':'" + "x".repeat(8001) + "'}");
        assertThat(anas.next()).containsEntry("ref", "5").containsEntry("status", 422);
    }

    @Test
    void changesReachThoseWhoAreInTheRoom() {
        anas.join(ops);
        bens.join(ops);
        anas.send(ops, "first");
        bens.seqs(1);
        Messages messages = server.bean(Messages.class);
        messages.react(ben.actor(), ops, 1, "👍", true);
        assertThat(anas.expect("reaction"))
                .containsEntry("seq", 1)
                .containsEntry("emoji", "👍")
                .containsEntry("count", 1)
                .containsEntry("added", true)
                .containsEntry("userId", Long.toString(ben.actor().id()));
        messages.edit(ana.actor(), ops, 1, "second");
        assertThat(anas.expect("message_edited").toString()).contains("second", "mine=false");
        assertThat(bens.expect("message_edited").toString()).contains("second", "mine=true");
        messages.delete(ana.actor(), ops, 1);
        assertThat(bens.expect("message_deleted")).containsEntry("room", ops).containsEntry("seq", 1);
    }

    @Test
    void typingIsToldToTheOthersOnly() {
        anas.join(ops);
        bens.join(ops);
        anas.say("{'type':'typing','room':'" + ops + "'}");
        assertThat(bens.expect("typing"))
                .containsEntry("room", ops)
                .containsEntry("displayName", "Ana")
                .containsEntry("userId", Long.toString(ana.actor().id()));
        assertThat(anas.untilNow()).noneMatch(frame -> "typing".equals(frame.get("type")));
    }

    @Test
    void whoIsPresentIsToldOnceHoweverManyRoomsAreShared() {
        String second = folk.room(ana, "Second");
        Person cleo = folk.person("Cleo");
        folk.admit(ana, ops, cleo);
        folk.admit(ana, second, cleo);
        anas.join(ops);
        anas.join(second);
        try (Talker cleos = folk.connect(cleo)) {
            Map<String, Object> told = anas.expect("presence");
            while (!isAbout(cleo, told)) { // that Ben has come may be told as late
                told = anas.expect("presence");
            }
            assertThat(told).containsEntry("online", true);
            assertThat(cleos.untilNow()).isEmpty();
            assertThat(anas.untilNow())
                    .noneMatch(frame -> "presence".equals(frame.get("type")) && isAbout(cleo, frame));
        }
    }

    private static boolean isAbout(Person who, Map<String, Object> frame) {
        return Long.toString(who.actor().id()).equals(frame.get("userId"));
    }

    @Test
    void readingMovesTheMark() {
        anas.join(ops);
        anas.send(ops, "one");
        anas.expect("message");
        anas.say("{'type':'read','room':'" + ops + "','seq':1}");
        anas.say("{'type':'leave','ref':'done','room':'" + ops + "'}");
        anas.expect("left");
        assertThat(server.bean(chat.salas.room.Rooms.class)
                        .find(ana.actor(), ops)
                        .lastReadSeq())
                .isEqualTo(1);
    }
}
