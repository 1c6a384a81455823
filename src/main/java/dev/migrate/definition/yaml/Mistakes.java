package dev.migrate.definition.yaml;

import dev.migrate.job.UserMistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a file, so that it can be told all at once. */
final class Mistakes {

    private record Mistake(Place place, String sentence) {}

    private final List<Mistake> all = new ArrayList<>();

    /** Adds a sentence, which becomes one line whatever it quotes. */
    void add(Place place, String sentence) {
        all.add(new Mistake(place, oneLine(sentence)));
    }

    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    int count() {
        return all.size();
    }

    /**
     * Ends the gathering.
     *
     * @throws UserMistake if there are any, in the order of their lines
     */
    void tell() {
        if (!all.isEmpty()) {
            throw new UserMistake(all.stream()
                    .sorted(Comparator.comparingInt(m -> m.place().line()))
                    .map(m -> m.place() + ": " + m.sentence())
                    .distinct()
                    .toList());
        }
    }
}
