package chat.salas.account;

import chat.salas.kernel.Problem;
import chat.salas.vault.Argon2id;
import chat.salas.vault.Argon2id.Cost;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Argon2id with 19 MiB, 2 passes and 1 lane. At most as many hashes at once as there are processors, and at most a hundred
 * callers in the queue: a flood of sign-ins waits and is refused, it never exhausts memory. Hashes are computed on threads of
 * their own: on virtual ones they would hold every carrier for as long as they take, and all other work with it; these share
 * the processors with the rest as the system sees fit. A thread that had nothing to do for half a minute ends, and its memory
 * with it.
 */
@Singleton
final class Passwords {
    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
    private static final int MEMORY_KIB = 19_456;
    private static final int LEAST_KIB = 64;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int LENGTH = 32;
    private static final int SALT = 16;
    private static final int MAX_WAITING = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Cost cost;
    private final SecureRandom random;
    private final PasswordHash nobodys;
    private final ThreadLocal<Argon2id> argon2;
    private final ThreadPoolExecutor threads;
    private final AtomicLong computed = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** @param memory for tests only: less than 19 MiB is told in the log */
    Passwords(@Property(name = "salas.password.memory-kib", defaultValue = "19456") int memory, SecureRandom random) {
        this.cost = new Cost(Math.max(LEAST_KIB, memory), PASSES, LANES);
        this.random = random;
        this.nobodys = PasswordHash.ofNobody(cost, bytes(SALT), bytes(LENGTH));
        this.argon2 = ThreadLocal.withInitial(() -> new Argon2id(cost.memoryKib()));
        this.threads = threads(Math.max(1, Runtime.getRuntime().availableProcessors()));
        if (memory < MEMORY_KIB) {
            LOG.warn("salas.password.memory-kib: {} is for tests only (expected: {} or more)", memory, MEMORY_KIB);
        }
    }

    String hash(String password) {
        byte[] salt = bytes(SALT);
        return inTurn(() -> PasswordHash.of(utf8(password), salt, cost, LENGTH, argon2.get())
                .text());
    }

    /** Whether it is this account's; without an account the same work is done, and the answer is no. */
    boolean verify(String password, @Nullable String hash) {
        PasswordHash against = hash == null ? nobodys : PasswordHash.parse(hash);
        boolean same = inTurn(() -> against.fits(utf8(password), argon2.get()));
        return same && hash != null;
    }

    /** Whether a hash was made with less than what is asked for now. */
    boolean isOutdated(String hash) {
        return PasswordHash.parse(hash).isWeakerThan(cost);
    }

    /** How many hashes were computed so far. */
    long computed() {
        return computed.get();
    }

    /** How many were computed at the same time at most. */
    int most() {
        return most.get();
    }

    private static ThreadPoolExecutor threads(int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count,
                count,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** How many callers wait for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    private <T> T inTurn(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> counted(work));
        try {
            threads.execute(task);
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException full) {
            throw crowded(task);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw crowded(task);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    /** Nobody waits for it any more: it is not begun. */
    private Problem.TooMany crowded(FutureTask<?> task) {
        threads.remove(task);
        task.cancel(false);
        return new Problem.TooMany("Too many people are signing in at this moment", RETRY);
    }

    private <T> T counted(Supplier<T> work) {
        try {
            computed.incrementAndGet();
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            return work.get();
        } finally {
            running.decrementAndGet();
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The same characters typed on another keyboard are the same password. */
    private static byte[] utf8(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }
}
