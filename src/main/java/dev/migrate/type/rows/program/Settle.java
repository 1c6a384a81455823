package dev.migrate.type.rows.program;

import dev.migrate.job.Pause;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.rows.page.OnError;
import dev.migrate.type.rows.page.PageTally;
import dev.migrate.type.rows.talk.Conversation;
import dev.migrate.type.rows.talk.InTrouble;
import dev.migrate.type.rows.talk.RefusedRow;
import java.util.List;

/** Gives rows that a program refused to it again, all of them together, and sets aside those that it refuses to the end. */
record Settle(OnError onError, Pause pause) {

    PageTally tally(RowSource rows) {
        return new PageTally(rows, onError);
    }

    /** Settles what the program has refused so far; if that is nothing, the rows in flight stay there. */
    void refused(Conversation program, PageTally tally) throws InTrouble, InterruptedException {
        if (program.hasRefused()) {
            program.drain();
            settle(program, tally);
        }
    }

    private void settle(Conversation program, PageTally tally) throws InTrouble, InterruptedException {
        List<RefusedRow> left = program.takeRefused();
        int attempts = 1;
        while (!left.isEmpty() && onError.triesAgainAfter(attempts)) {
            pause.sleep(onError.pauseAfter(attempts));
            program.send(left.stream().map(RefusedRow::row).toList());
            program.drain();
            left = program.takeRefused();
            attempts++;
        }
        for (RefusedRow row : left) {
            tally.setAside(row.row().key(), row.error(), attempts);
        }
    }
}
