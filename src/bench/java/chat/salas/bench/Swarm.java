package chat.salas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Many WebSocket clients on one thread and one selector, so that the clients take little of the machine that is measured. */
final class Swarm implements AutoCloseable {
    private static final int CONNECTING_AT_ONCE = 64;

    private final InetSocketAddress server;
    private final Selector selector;
    private final List<Member> members = new ArrayList<>();

    Swarm(InetSocketAddress server) throws IOException {
        this.server = server;
        this.selector = Selector.open();
    }

    /** Connects one for each token at the same time, each of which then sends the frame; back when all were answered. */
    List<Member> connectAll(List<String> tokens, String first) throws IOException {
        List<Member> fresh = new ArrayList<>();
        for (String token : tokens) {
            fresh.add(connect(token, first));
        }
        run(Duration.ofSeconds(60), () -> waiting(fresh) == 0);
        members.addAll(fresh);
        return fresh;
    }

    /** As {@link #connect(List, String)}, with a frame for each. */
    List<Member> connect(List<String> tokens, List<String> firsts) throws IOException {
        List<Member> fresh = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            fresh.add(connect(tokens.get(i), firsts.get(i)));
            if (fresh.size() - done >= CONNECTING_AT_ONCE) {
                List<Member> latest = fresh.subList(done, fresh.size());
                run(Duration.ofSeconds(30), () -> waiting(latest) == 0);
                done = fresh.size();
            }
        }
        run(Duration.ofSeconds(60), () -> waiting(fresh) == 0);
        members.addAll(fresh);
        return fresh;
    }

    /** Connects one for each token and waits until all are upgraded; then sends each the frame, unless it is empty. */
    List<Member> connect(List<String> tokens, String first) throws IOException {
        List<Member> fresh = new ArrayList<>();
        for (String token : tokens) {
            fresh.add(connect(token, first));
            run(Duration.ofSeconds(30), () -> waiting(fresh) < CONNECTING_AT_ONCE);
        }
        run(Duration.ofSeconds(60), () -> waiting(fresh) == 0);
        members.addAll(fresh);
        return fresh;
    }

    private Member connect(String token, String first) throws IOException {
        SocketChannel channel = SocketChannel.open();
        // one address has ports for some 28,000 connections to one server
        channel.bind(new InetSocketAddress("127.0.0." + (2 + members.size() / 10_000), 0));
        channel.configureBlocking(false);
        Member member = new Member(channel, token, first);
        channel.register(selector, SelectionKey.OP_CONNECT, member);
        channel.connect(server);
        return member;
    }

    private static long waiting(List<Member> fresh) {
        return fresh.stream().filter(m -> !m.isReady()).count();
    }

    /** Lets everybody read and write until it is done. */
    void run(Duration limit, BooleanSupplier done) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!done.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not done after " + limit);
                }
                selector.select(key -> ((Member) key.attachment()).serve(key), 5);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
