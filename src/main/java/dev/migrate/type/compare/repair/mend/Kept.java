package dev.migrate.type.compare.repair.mend;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.mend.TargetRows.Written;
import dev.migrate.type.compare.repair.row.ChooseMend;
import dev.migrate.type.compare.repair.row.Look;
import dev.migrate.type.compare.repair.row.Mend;
import dev.migrate.type.compare.row.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the target keeps what it is given: a trigger may change it, a type have no room for it, and what the server
 * computes nobody writes. Used by one thread.
 *
 * @param look sees what has been written
 */
public record Kept(ChooseMend choose, Look look) {

    /** The digests that a row should have: the source's. */
    static List<@Nullable String> wanted(Mend mend) {
        return Objects.requireNonNull(mend.verdict().source()).digests();
    }

    /**
     * Why rows are not as they should be; empty if all are.
     *
     * @param written the rows as they are then; without those to which nothing was written, which is another matter
     */
    Optional<String> refusal(Collection<Mend> mends, Map<KeyValue, Written> written)
            throws SQLException, InterruptedException {
        List<KeyValue> rewritten = new ArrayList<>();
        for (Mend mend : mends) {
            Written row = written.get(mend.key());
            if (row != null && mend.kind() != Kind.EXTRA) {
                List<Integer> columns = rewritten(mend, row.digests());
                Optional<String> refusal = refusal(row, columns);
                if (refusal.isPresent()) {
                    return refusal;
                }
                if (!columns.isEmpty()) {
                    rewritten.add(mend.key());
                }
            }
        }
        return unequal(rewritten);
    }

    private Optional<String> refusal(Written row, List<Integer> rewritten) {
        if (!row.inside()) {
            return Optional.of(
                    "written as the source has it, it would not be one of the rows that the target's where is for");
        }
        return notKept(rewritten.stream().filter(i -> !mayBeEqual(i)).toList());
    }

    /** Of rows that are written otherwise than in the source, the servers say whether they have the same values. */
    private Optional<String> unequal(List<KeyValue> rewritten) throws SQLException, InterruptedException {
        return look.at(rewritten).values().stream()
                .flatMap(verdict -> notKept(verdict.differing()).stream())
                .findFirst();
    }

    private boolean mayBeEqual(int column) {
        return choose.hash().columns().get(column).equality().isPresent();
    }

    private Optional<String> notKept(List<Integer> columns) {
        String names = columns.stream().map(i -> choose.name(i).quoted()).collect(Collectors.joining(", "));
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the target does not keep what the source has in %s: a trigger changes it, its type has no room for it, or the server fills it itself"
                                .formatted(names));
    }

    private static List<Integer> rewritten(Mend mend, List<@Nullable String> kept) {
        return IntStream.range(0, kept.size())
                .filter(i ->
                        !Objects.equals(wanted(mend).get(i), kept.get(i)) && !wasEqual(mend.verdict(), i, kept.get(i)))
                .boxed()
                .toList();
    }

    /** A value may have been equal to the source's, though written otherwise, and stay as it is. */
    private static boolean wasEqual(Verdict verdict, int column, @Nullable String kept) {
        return verdict.target() != null
                && !verdict.differing().contains(column)
                && Objects.equals(verdict.target().digests().get(column), kept);
    }
}
