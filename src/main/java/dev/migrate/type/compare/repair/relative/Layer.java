package dev.migrate.type.compare.repair.relative;

import dev.migrate.type.compare.repair.row.Mend;
import java.util.List;

/**
 * Rows that are mended together, when those of the layers before have been.
 *
 * @param circle whether each of them depends on another one
 */
public record Layer(List<Mend> mends, boolean circle) {

    public Layer {
        mends = List.copyOf(mends);
    }

    /** Rows that do not depend on each other. */
    public static Layer of(List<Mend> mends) {
        return new Layer(mends, false);
    }
}
