package dev.migrate.type.rows.program;

import dev.migrate.job.Partition;
import dev.migrate.job.PartitionWork;
import dev.migrate.type.rows.page.RowAction;
import dev.migrate.type.rows.page.RowSelect;
import dev.migrate.type.rows.page.RowTable;
import java.util.List;
import java.util.concurrent.Executor;

/** What a job does whose rows are given to a program. */
record ProgramAction(String job, ProgramPool programs, Settle settle, Executor ahead) implements RowAction {

    @Override
    public PartitionWork open(RowTable table, Partition partition) {
        String place = "%s, partition %d on %s".formatted(job, partition.number(), partition.database());
        return new ProgramPages(table, select(table), place, programs, settle, ahead);
    }

    /** The server makes the JSON, for it knows what its values mean. */
    @Override
    public RowSelect select(RowTable table) {
        return new RowSelect(
                table.rows(), "(select row_to_json(r.*) from (select " + table.quotedColumns() + ") r)::text");
    }

    @Override
    public List<String> notes() {
        return List.of(
                "the program gets the rows at least once: those of a page that is broken off are given to a program again",
                "values are JSON as PostgreSQL's row_to_json writes it");
    }
}
