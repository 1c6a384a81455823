package dev.migrate.type.rows.program;

import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.UserMistake;
import dev.migrate.type.rows.page.BatchSize;
import dev.migrate.type.rows.page.PageTally;
import dev.migrate.type.rows.page.RowReader;
import dev.migrate.type.rows.page.RowSelect;
import dev.migrate.type.rows.page.RowTable;
import dev.migrate.type.rows.talk.Conversation;
import dev.migrate.type.rows.talk.InTrouble;
import dev.migrate.type.rows.talk.RowLine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a program do the rows of pages. A page in which the program gets into trouble is done again from its beginning, by a
 * new one.
 */
final class ProgramPages implements PageWork {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramPages.class);
    private static final int MOST_ATTEMPTS = 3;

    private final RowTable table;
    private final RowSelect select;
    private final String place;
    private final ProgramPool programs;
    private final Settle settle;
    private final Executor ahead;
    private final BatchSize size = new BatchSize();
    private @Nullable Conversation program;

    /**
     * @param place the partition, as the log calls it
     * @param ahead reads the next rows while the program has others
     */
    ProgramPages(RowTable table, RowSelect select, String place, ProgramPool programs, Settle settle, Executor ahead) {
        this.table = table;
        this.select = select;
        this.place = place;
        this.programs = programs;
        this.settle = settle;
        this.ahead = ahead;
    }

    @Override
    public PageResult apply(Page page) throws IOException, SQLException, InterruptedException {
        for (int attempt = 1; true; attempt++) {
            Conversation talking = talking();
            try {
                return apply(page, talking);
            } catch (InTrouble e) {
                program = null;
                String what = talking.kill(e.trouble());
                if (attempt == MOST_ATTEMPTS) {
                    throw givenUp(e, what + talking.lastWords());
                }
                LOG.warn("{}: the program {}; it is started anew, and the page is done again", place, what);
            }
        }
    }

    private Conversation talking() throws IOException {
        if (program == null) {
            program = programs.take();
        }
        return program;
    }

    private PageResult apply(Page page, Conversation talking) throws InTrouble, SQLException, InterruptedException {
        talking.page(place);
        PageTally tally = settle.tally(table.rows());
        int column = table.rows().key().columns().size() + 1;
        try (Connection connection = table.dataSource().getConnection();
                RowReader reader = new RowReader(connection, select, page.range(), size);
                RowLines lines = new RowLines(reader, column, ahead)) {
            for (List<RowLine> rows = lines.next(); !rows.isEmpty(); rows = lines.next()) {
                talking.send(rows);
                settle.refused(talking, tally);
            }
            talking.drain();
            settle.refused(talking, tally);
            return tally.result(reader.count(), 0);
        }
    }

    private UserMistake givenUp(InTrouble trouble, String what) {
        return new UserMistake(
                "three times in a row the program did not get through a page; at last it %s. The first row that it did not answer is that of %s on %s with %s = %s"
                        .formatted(
                                what,
                                table.rows().table(),
                                table.database(),
                                table.rows().key(),
                                trouble.key()));
    }

    @Override
    public void close() {
        if (program != null) {
            programs.giveBack(program);
            program = null;
        }
    }
}
