package dev.migrate.type.compare.repair.statement;

import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.repair.shape.SelfReference;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps a row from being deleted while it has children that the server would delete or change with it. */
public record Guard(RowSource rows, List<SelfReference> references) {

    public Guard {
        references = List.copyOf(references);
    }

    /**
     * What is to be added to the condition of a delete; empty where the server itself refuses.
     *
     * @param self by what the row goes in the statement
     */
    public String childless(String self) {
        return references.stream()
                .filter(SelfReference::acts)
                .map(reference -> childless(reference, self))
                .collect(Collectors.joining());
    }

    private String childless(SelfReference reference, String self) {
        Key key = rows.key();
        String refers = Rows.each(
                reference.columns().size(),
                " and ",
                i -> "migrate_child." + reference.columns().get(i).quoted() + " = " + self + "."
                        + reference.referenced().get(i).quoted());
        String other = Rows.each(
                key.columns().size(),
                " or ",
                i -> "migrate_child.%1$s <> %2$s.%1$s"
                        .formatted(key.columns().get(i).name().quoted(), self));
        return "\n  and not exists (select from %s as migrate_child where %s and (%s))"
                .formatted(rows.table().quoted(), refers, other);
    }
}
