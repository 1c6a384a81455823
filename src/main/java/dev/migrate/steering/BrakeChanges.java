package dev.migrate.steering;

import dev.migrate.job.UserMistake;
import dev.migrate.job.throttle.BrakeKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes that are made together, of each brake one at most. */
public record BrakeChanges(List<BrakeChange> changes) {

    /** @throws UserMistake if there are none, or two of the same brake */
    public BrakeChanges {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new UserMistake("say which brake to set, as in rows-per-second=500");
        }
        Set<BrakeKey> known = EnumSet.noneOf(BrakeKey.class);
        for (BrakeChange change : changes) {
            if (!known.add(change.brake())) {
                throw new UserMistake("\"" + change.brake().word() + "\" is given twice; give it once");
            }
        }
    }

    /**
     * Reads words like {@code rows-per-second=500}.
     *
     * @throws UserMistake with a sentence for each word that sets no brake
     */
    public static BrakeChanges of(List<String> words) {
        List<BrakeChange> changes = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (String word : words) {
            try {
                changes.add(BrakeChange.of(word));
            } catch (UserMistake e) {
                mistakes.addAll(e.sentences());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new UserMistake(mistakes);
        }
        return new BrakeChanges(changes);
    }

    /** As they are typed. */
    @Override
    public String toString() {
        return changes.stream().map(BrakeChange::toString).collect(Collectors.joining(" "));
    }
}
