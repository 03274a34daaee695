package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.live.Bus;
import chat.salas.message.Draft;
import chat.salas.message.Messages;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.Rooms;
import chat.salas.socket.Folk.Person;
import chat.salas.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RightsAndEndsIT {
    @Test
    void whoIsRemovedHearsThatAndNothingMore() {
        try (TestServer server = TestServer.start()) {
            Folk folk = new Folk(server);
            Person ana = folk.person("Ana");
            Person ben = folk.person("Ben");
            String room = folk.room(ana, "Ops");
            folk.admit(ana, room, ben);
            long roomId =
                    server.bean(Rooms.class).asMember(ana.actor(), room).room().id();
            try (Talker bens = folk.connect(ben);
                    Talker bensOther = folk.connect(ben)) {
                bens.join(room);
                bensOther.join(room);
                server.bean(Bus.class)
                        .publish(new MemberLeft(roomId, ben.actor().id(), true, true));
                assertThat(bens.expect("removed")).containsEntry("room", room).containsEntry("banned", true);
                bensOther.expect("removed");
                server.bean(Messages.class).send(ana.actor(), room, new Draft(null, "secret", null));
                assertThat(bens.untilNow()).isEmpty();
                assertThat(bensOther.untilNow()).isEmpty();
                assertThat(server.bean(RoomWires.class).size()).isZero();
            }
        }
    }

    @Test
    void whoGoesLeavesNothingBehind() throws Exception {
        try (TestServer server = TestServer.start()) {
            Folk folk = new Folk(server);
            Person ana = folk.person("Ana");
            String room = folk.room(ana, "Ops");
            int topics = server.bean(Bus.class).topics();
            for (int i = 0; i < 20; i++) {
                Talker talker = folk.connect(ana);
                talker.join(room);
                talker.close();
            }
            for (int i = 0; i < 500 && server.bean(Connections.class).size() > 0; i++) {
                Thread.sleep(10);
            }
            assertThat(server.bean(Connections.class).size()).isZero();
            for (int i = 0; i < 500 && server.bean(RoomWires.class).size() > 0; i++) {
                Thread.sleep(10);
            }
            assertThat(server.bean(RoomWires.class).size()).isZero();
            assertThat(server.bean(Bus.class).topics()).isEqualTo(topics);
        }
    }

    @Test
    void theServerAnswersWhatItWasSentBeforeItGoes() {
        TestServer server = TestServer.start();
        Folk folk = new Folk(server);
        Person ana = folk.person("Ana");
        String room = folk.room(ana, "Ops");
        List<Talker> talkers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            talkers.add(folk.connect(ana));
        }
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Talker talker : talkers) {
            for (int i = 0; i < 100; i++) {
                talker.send(room, "m" + i);
            }
            answers.addAll(talker.untilNow());
        }
        server.close();
        for (Talker talker : talkers) {
            assertThat(talker.closeCode()).isEqualTo(1001);
            answers.addAll(talker.rest());
        }
        assertThat(answers).hasSize(500).allMatch(answer -> "ack".equals(answer.get("type")));
    }

    @Test
    void thousandsOfIdleConnectionsDisturbNobody() throws Exception {
        int many = 5_000;
        try (TestServer server = TestServer.start(Map.of("salas.socket.connections-per-account", 0))) {
            Folk folk = new Folk(server);
            Person ana = folk.person("Ana");
            String room = folk.room(ana, "Ops");
            List<RawSocket> idle = new ArrayList<>();
            try {
                for (int i = 0; i < many; i++) {
                    idle.add(RawSocket.upgraded(server.uri(), ana.token(), 0));
                }
                // a socket is on the books a moment after its handshake has been written
                for (int i = 0; i < 500 && server.bean(Connections.class).size() < many; i++) {
                    Thread.sleep(10);
                }
                assertThat(server.bean(Connections.class).size()).isEqualTo(many);
                try (Talker talker = folk.connect(ana)) {
                    talker.join(room);
                    talker.send(room, "hello");
                    assertThat(talker.seqs(1)).containsExactly(1L);
                }
                idle.getLast().text("{'type':'ping','ref':'still'}");
                assertThat(idle.getLast().read().text()).contains("still");
            } finally {
                for (RawSocket one : idle) {
                    one.close();
                }
            }
        }
    }
}
