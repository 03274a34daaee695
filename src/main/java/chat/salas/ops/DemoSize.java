package chat.salas.ops;

import chat.salas.kernel.StartRefused;

/**
 * How much the demo makes.
 *
 * @param users 1..100,000
 * @param rooms 1..100,000; not asked for with a room size
 * @param messages 0..10,000,000 in all rooms together
 * @param roomSize 0 for believable rooms; otherwise member i sits in room i / roomSize, for load tests
 */
record DemoSize(int users, int rooms, int messages, int roomSize) {
    DemoSize {
        between("--users", users, 1, 100_000);
        between("--rooms", rooms, 1, 100_000);
        between("--messages", messages, 0, 10_000_000);
        between("--room-size", roomSize, 0, 100_000);
    }

    private static void between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StartRefused(option + ": " + value + " (expected: " + least + ".." + most + ")");
        }
    }

    /** Whether the rooms are those of a load test. */
    boolean isPlain() {
        return roomSize > 0;
    }

    int roomCount() {
        return isPlain() ? (users + roomSize - 1) / roomSize : rooms;
    }
}
