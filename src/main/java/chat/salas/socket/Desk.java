package chat.salas.socket;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;

/** What every conversation needs. */
@Singleton
record Desk(
        Frames frames,
        RoomWires wires,
        SocketLimits limits,
        InstantSource clock,
        @Named(TaskExecutors.VIRTUAL) ExecutorService threads) {}
