package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.message.Messages.Delivery;
import chat.salas.room.Membership;
import chat.salas.room.Rooms;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was missed is streamed: counted in what is asked of the database, not in time. */
@Timeout(120)
class CatchUpTest {
    private static final int MISSED = 2_000;
    private static final int QUERIES_A_PAGE = 2;

    private final Talk talk = Talk.open();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() throws IOException {
        talk.close();
    }

    @Test
    void noMoreThanOnePageIsReadAheadOfWhatTheClientHasTaken() throws Exception {
        List<CompletableFuture<Message>> sent = new ArrayList<>();
        for (int i = 0; i < MISSED; i++) {
            sent.add(talk.messages().post(talk.ana, talk.room, new Draft(null, "line " + i, null)));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).get(60, TimeUnit.SECONDS);

        List<Integer> pages = new ArrayList<>();
        List<Integer> ahead = new ArrayList<>();
        CompletableFuture<Long> all = new CompletableFuture<>();
        LiveStream stream = stream(missed -> {
            pages.add(missed.messages().size());
            pause();
            ahead.add(asked.get() - QUERIES_A_PAGE * pages.size());
            if (missed.messages().getLast().seq() == MISSED) {
                all.complete(pages.stream().mapToLong(Integer::longValue).sum());
            }
        });
        Rooms rooms = talk.bean(Rooms.class);
        stream.start(rooms.find(talk.rui, talk.room), 0L, () -> rooms.asMember(talk.rui, talk.room));

        assertThat(all.get(60, TimeUnit.SECONDS)).isEqualTo(MISSED);
        assertThat(pages).hasSizeGreaterThan(1).allMatch(size -> size <= History.MAX_PAGE);
        assertThat(ahead).allMatch(queries -> queries <= QUERIES_A_PAGE);
        stream.close();
    }

    /** Somebody who takes a while: whoever reads ahead has the time to. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private LiveStream stream(java.util.function.Consumer<Delivery.Missed> client) {
        Membership membership = talk.bean(Rooms.class).asMember(talk.rui, talk.room);
        History history = new History(new MessageRepository(counted(talk.database())), talk.bean(Bodies.class));
        java.util.function.Consumer<Delivery> listener = delivery -> {
            if (delivery instanceof Delivery.Missed missed) {
                client.accept(missed);
            }
        };
        return new LiveStream(membership, history, new Told(), listener, new ReentrantLock());
    }

    private DataSource counted(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        asked.incrementAndGet();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
