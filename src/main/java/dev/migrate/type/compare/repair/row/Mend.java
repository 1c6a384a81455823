package dev.migrate.type.compare.repair.row;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.statement.Change;
import dev.migrate.type.compare.row.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a row of the target is made to agree.
 *
 * @param columns those that are written; none for a row that is to go
 */
public record Mend(Verdict verdict, List<TargetColumn> columns) {

    public Mend {
        columns = List.copyOf(columns);
    }

    public KeyValue key() {
        return verdict.key();
    }

    public Kind kind() {
        return verdict.kind();
    }

    /** What is written, given the source's values of the columns that are. */
    public Change with(List<@Nullable String> values) {
        return new Change(
                key(), verdict.target() == null ? List.of() : verdict.target().digests(), values);
    }
}
