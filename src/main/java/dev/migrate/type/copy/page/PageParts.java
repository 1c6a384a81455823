package dev.migrate.type.copy.page;

import dev.migrate.database.RowRefusal;
import dev.migrate.database.ServerMessage;
import dev.migrate.job.FailedRow;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page in one transaction: copied as a whole or, where the target refuses it, in ever smaller parts, until the rows are
 * alone that it refuses although it has all others. Used by one thread.
 */
final class PageParts {

    private static final int FIRST_TRY = 1;

    // So many rows may wait for others of their page to come. Who has more of them that are wrong shall not wait for
    // long.
    private static final int MOST_WAITING = 1000;

    private static final int SAMPLE = 16;

    private final PageKeys keys;
    private final PartTrial trial;
    private final long most;
    private final Map<KeyValue, SQLException> refused = new LinkedHashMap<>();

    /** @param most how many rows may be refused */
    PageParts(PageKeys keys, PartTrial trial, long most) {
        this.keys = keys;
        this.trial = trial;
        this.most = most;
    }

    void copy(KeyRange page) throws Exception {
        Optional<SQLException> refusal = trial.copy(page);
        if (refusal.isPresent()) {
            checkOfRow(page, refusal.get());
            copyWithout(page, refusal.get());
            copyWhatWaited();
            if (refused.size() > most) {
                throw tooMany();
            }
        }
    }

    /** Those that were set aside. */
    List<FailedRow> failedRows() {
        List<FailedRow> rows = new ArrayList<>();
        refused.forEach(
                (key, refusal) -> rows.add(new FailedRow(keys.key().named(key), ServerMessage.of(refusal), FIRST_TRY)));
        return rows;
    }

    /** What rows from all over the page are refused for alike is no row's fault. */
    private void checkOfRow(KeyRange page, SQLException refusal) throws Exception {
        if (RowRefusal.isOfRow(refusal)) {
            return;
        }
        List<KeyValue> sample = keys.spread(page, SAMPLE);
        for (KeyValue key : sample) {
            Optional<SQLException> alone = trial.refusal(KeyRange.of(key));
            if (alone.isEmpty() || !isSame(alone.get(), refusal)) {
                return;
            }
        }
        if (sample.size() > 1) {
            throw refusal;
        }
    }

    private static boolean isSame(SQLException one, SQLException other) {
        return ServerMessage.of(one).equals(ServerMessage.of(other));
    }

    private void copyWithout(KeyRange range, SQLException refusal) throws Exception {
        Optional<KeyValue> only = keys.only(range);
        if (only.isPresent()) {
            setAside(only.get(), refusal);
            return;
        }
        KeyValue middle = keys.middle(range).orElseThrow(() -> refusal);
        copyPart(range.upTo(middle));
        copyPart(range.above(middle));
    }

    private void copyPart(KeyRange part) throws Exception {
        Optional<SQLException> refusal = trial.copy(part);
        if (refusal.isPresent()) {
            copyWithout(part, refusal.get());
        }
    }

    private void setAside(KeyValue key, SQLException refusal) {
        refused.put(key, refusal);
        if (refused.size() - MOST_WAITING > most) {
            throw tooMany();
        }
    }

    /** A row may have been refused only because another one, to which it refers, came later. */
    private void copyWhatWaited() throws Exception {
        int before;
        do {
            before = refused.size();
            List<KeyValue> waiting = new ArrayList<>(refused.keySet());
            // Who waits does so for a greater key.
            Collections.reverse(waiting);
            for (KeyValue key : waiting) {
                copyAgain(key);
            }
        } while (!refused.isEmpty() && refused.size() < before);
    }

    private void copyAgain(KeyValue key) throws Exception {
        trial.copy(KeyRange.of(key)).ifPresentOrElse(refusal -> refused.put(key, refusal), () -> refused.remove(key));
    }

    private UserMistake tooMany() {
        Map.Entry<KeyValue, SQLException> first = refused.entrySet().iterator().next();
        String row = "the row with %s %s cannot be copied: %s"
                .formatted(keys.key(), first.getKey(), ServerMessage.of(first.getValue()));
        return new UserMistake(
                most == 0
                        ? row + "; put the row or the select right, or set such rows aside with on-error: {skip: N}"
                        : "%d rows of one page are more than the %d that on-error lets the run skip; %s"
                                .formatted(refused.size(), most, row),
                first.getValue());
    }
}
