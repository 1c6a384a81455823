package dev.migrate.job;

import dev.migrate.job.key.ColumnName;
import java.util.List;

/** Which columns two tables are compared by, and which are left out: each column of either table is in one of the lists. */
public record Comparison(List<Column> columns, List<LeftOut> leftOut) {

    /**
     * A column that is compared.
     *
     * @param by what stands for its values, in words: {@code typed hash}, {@code text}
     */
    public record Column(ColumnName name, String by) {}

    /**
     * A column that is not compared.
     *
     * @param why in words: {@code excluded}, {@code only in the source}
     */
    public record LeftOut(ColumnName name, String why) {}

    public Comparison {
        columns = List.copyOf(columns);
        leftOut = List.copyOf(leftOut);
    }
}
