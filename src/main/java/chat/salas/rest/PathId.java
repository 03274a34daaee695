package chat.salas.rest;

import chat.salas.kernel.Problem;

/** Ids in paths. What is no id belongs to nothing: 404, not 400. */
final class PathId {
    private static final int LONGEST = 19;

    private PathId() {}

    /** @throws Problem.NotFound when it cannot be the id of anything */
    static long of(String text) {
        boolean digits =
                !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw new Problem.NotFound("There is nothing with this id");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Problem.NotFound("There is nothing with this id");
        }
    }
}
