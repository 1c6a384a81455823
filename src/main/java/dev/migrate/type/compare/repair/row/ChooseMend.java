package dev.migrate.type.compare.repair.row;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.ColumnName;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.shape.TargetTable;
import dev.migrate.type.compare.row.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what of a row has to be written. Immutable.
 *
 * @param inserted the columns that a new row is given: those that both sides have, compared or not
 */
public record ChooseMend(TargetTable table, RowHash hash, List<TargetColumn> inserted) {

    public ChooseMend {
        inserted = List.copyOf(inserted);
    }

    /** Empty if nothing can be written that would help. */
    public Optional<Mend> of(Verdict verdict) {
        List<TargetColumn> columns = switch (verdict.kind()) {
            case MISSING -> inserted;
            case DIFFERENT -> differing(verdict);
            default -> List.of();
        };
        boolean hasNothing = verdict.kind() == Kind.DIFFERENT && columns.isEmpty();
        return hasNothing ? Optional.empty() : Optional.of(new Mend(verdict, columns));
    }

    /** Why nothing would help. */
    public String whyNot(Verdict verdict) {
        return "the server fills %s itself, and nothing else of the row differs"
                .formatted(
                        verdict.differing().stream().map(i -> name(i).quoted()).collect(Collectors.joining(", ")));
    }

    private List<TargetColumn> differing(Verdict verdict) {
        return verdict.differing().stream()
                .flatMap(i -> table.column(name(i)).stream())
                .filter(TargetColumn::isUpdatable)
                .toList();
    }

    /** The name of a compared column. */
    public ColumnName name(int compared) {
        return hash.columns().get(compared).name();
    }
}
