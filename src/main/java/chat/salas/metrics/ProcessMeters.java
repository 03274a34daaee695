package chat.salas.metrics;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process takes of the machine. */
@Singleton
final class ProcessMeters implements MeterSource {
    private static final Path MEMORY = Path.of("/proc/self/statm");
    private static final long PAGE = 4_096;
    private static final double MILLIS = 1e-3;

    @Override
    public void tell(Exposition out) {
        out.counter("process_cpu_seconds_total", "Seconds of processor used.", cpuSeconds());
        out.gauge(
                "process_start_time_seconds",
                "When the process began, in seconds since 1970.",
                ManagementFactory.getRuntimeMXBean().getStartTime() * MILLIS);
        long resident = resident();
        if (resident > 0) {
            out.gauge("process_resident_memory_bytes", "Resident memory.", resident);
        }
        memory(out);
        collections(out);
        out.gauge(
                "jvm_threads_current",
                "Platform threads that live.",
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static void memory(Exposition out) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        out.gauge("jvm_memory_used_bytes", "Memory in use.", heap.getUsed(), "area", "heap");
        out.gauge("jvm_memory_used_bytes", "Memory in use.", other.getUsed(), "area", "nonheap");
        out.gauge("jvm_memory_max_bytes", "The most that the heap may take.", heap.getMax(), "area", "heap");
    }

    private static void collections(Exposition out) {
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            out.counter(
                    "jvm_gc_collections_total",
                    "Garbage collections.",
                    each.getCollectionCount(),
                    "gc",
                    each.getName());
        }
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            out.counter(
                    "jvm_gc_collection_seconds_total",
                    "Seconds of garbage collection.",
                    each.getCollectionTime() * MILLIS,
                    "gc",
                    each.getName());
        }
    }

    private static double cpuSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(used -> used.toMillis() * MILLIS)
                .orElse(0.0);
    }

    /** 0 where the system does not tell. */
    private static long resident() {
        try {
            return Long.parseLong(Files.readString(MEMORY).split(" ", 3)[1]) * PAGE;
        } catch (IOException | RuntimeException unknown) {
            return 0;
        }
    }
}
