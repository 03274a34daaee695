package chat.salas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Words that nobody means anything with, and sentences of them. */
final class Vocabulary {
    private static final int SIZE = 50_000;
    private static final int LENGTH = 33;

    private final Random random = new Random(1);
    private final List<String> words = new ArrayList<>();

    Vocabulary() {
        for (int i = 0; i < SIZE; i++) {
            words.add(make());
        }
    }

    /** By how frequent it is, the most frequent first. */
    String word(int number) {
        return words.get(number);
    }

    /** Some of them, with spaces in between. */
    String words(int from, int to) {
        return String.join(" ", words.subList(from, to));
    }

    /** Syllables, so that runs of letters are about as frequent as in a language. */
    private String make() {
        StringBuilder word = new StringBuilder();
        int syllables = 1 + random.nextInt(4);
        for (int i = 0; i < syllables; i++) {
            word.append("bcdfghjlmnprstvz".charAt(skewed(16)))
                    .append("aeiou".charAt(skewed(5)))
                    .append(random.nextInt(3) == 0 ? "nrsl".substring(random.nextInt(4)).substring(0, 1) : "");
        }
        return word.toString();
    }

    private int skewed(int bound) {
        double part = random.nextDouble();
        return (int) (part * part * bound);
    }

    /** Some 200 bytes of words, of which a few are frequent and most are rare. */
    String sentence() {
        StringBuilder sentence = new StringBuilder(240);
        for (int i = 0; i < LENGTH; i++) {
            double part = random.nextDouble();
            sentence.append(words.get((int) (part * part * part * part * SIZE)))
                    .append(' ');
        }
        return sentence.toString();
    }

    /** Its runs are in many messages, but never one after the other. */
    String nobodySaid() {
        return words.stream()
                .limit(50)
                .filter(word -> word.length() > 4)
                .reduce("", (one, other) -> one.length() > 8 ? one : one + other.substring(0, 3));
    }
}
