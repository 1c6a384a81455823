package dev.migrate.type.copy.column;

import dev.migrate.table.TableShape;
import dev.migrate.type.copy.statement.CopiedColumn;
import dev.migrate.type.copy.statement.CopiedColumn.Travel;
import java.util.Set;

/** How the values of a column get from one server to another: never in a form that means something else over there. */
final class Journey {

    private static final String TEXT = "pg_catalog.\"text\"";

    // Their binary form is a number of the server's own, or they have none.
    private static final String BOUND_TO_SERVER = "_?(reg.*|aclitem|pg_.*)";

    private final Set<String> knownToSource;

    /** @param knownToSource which types of the target's the source knows too */
    Journey(Set<String> knownToSource) {
        this.knownToSource = knownToSource;
    }

    CopiedColumn to(TableShape.Column target) {
        String wire = wire(target);
        if (isSameEverywhere(target) && knownToSource.contains(wire)) {
            return new CopiedColumn(target.name(), target.type(), wire, Travel.BINARY);
        }
        Travel travel = target.typtype() == 'e' ? Travel.LABEL : Travel.TEXT;
        return new CopiedColumn(target.name(), target.type(), TEXT, travel);
    }

    /** Without length or precision: a cast would cut a value that is too long, and the target itself refuses it. */
    static String wire(TableShape.Column target) {
        return "pg_catalog.\"" + target.base().replace("\"", "\"\"") + "\"";
    }

    private static boolean isSameEverywhere(TableShape.Column target) {
        return !target.base().contains(".") && !target.base().matches(BOUND_TO_SERVER);
    }
}
