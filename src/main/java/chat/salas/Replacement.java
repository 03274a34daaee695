package chat.salas;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Another program in this process: {@code execve}. Service managers, shells and whoever else started it see one process, and
 * nothing of the first one stays in memory. Addresses are plain numbers in one buffer, because the JDK would make classes at
 * run time for anything better, which costs a start tens of milliseconds.
 */
final class Replacement {
    private final ByteBuffer memory;
    private final long address;

    private Replacement(int size) {
        memory = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
        address = MemorySegment.ofBuffer(memory).address();
    }

    /** Returns only when the system refuses. The strings' characters are bytes. */
    static void run(String program, List<String> arguments, List<String> environment) {
        int size = 32 + program.length() + size(arguments) + size(environment); // with what alignment takes
        new Replacement(size).run(List.of(program), arguments, environment);
    }

    private static int size(List<String> strings) {
        int size = 8;
        for (int i = 0; i < strings.size(); i++) {
            size += strings.get(i).length() + 1 + 8;
        }
        return size;
    }

    @SuppressWarnings("UnusedVariable") // where execve succeeds there is nobody left to look
    private void run(List<String> program, List<String> arguments, List<String> environment) {
        Linker linker = Linker.nativeLinker();
        MethodHandle execve = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("execve"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        long argv = put(arguments);
        long envp = put(environment);
        long path = put(program.getFirst());
        try {
            int refused = (int) execve.invokeExact(path, argv, envp);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pointers first, as they want to be aligned; a null ends them. */
    private long put(List<String> strings) {
        align();
        int pointers = memory.position();
        memory.position(pointers + (strings.size() + 1) * 8);
        for (int i = 0; i < strings.size(); i++) {
            memory.putLong(pointers + i * 8, put(strings.get(i)));
        }
        return address + pointers;
    }

    private void align() {
        memory.position((memory.position() + 7) / 8 * 8);
    }

    private long put(String string) {
        long at = address + memory.position();
        memory.put(string.getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0);
        return at;
    }
}
