package dev.migrate.type.copy.page;

import dev.migrate.job.key.KeyRange;
import dev.migrate.type.copy.statement.SourceSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams rows from one server to another, both in the binary form of COPY: the executor reads, the caller writes, and a few
 * blocks of bytes are all that lies between them. Thread-safe.
 */
public final class BetweenServers {

    private final Supplier<DataSource> source;
    private final Executor readers;

    public BetweenServers(Supplier<DataSource> source, Executor readers) {
        this.source = source;
        this.readers = readers;
    }

    /**
     * Has the target copy in what the source selects; both sides of the result are of one state of the source. When one side fails, the other one is ended at once.
     *
     * @param copyIn the target's command
     */
    Copied stream(SourceSql asked, KeyRange range, Connection target, String copyIn) throws Exception {
        Blocks blocks = new Blocks();
        SourceReader reader = new SourceReader(source.get(), asked, range, blocks);
        readers.execute(reader);
        try {
            CopyIn in = target.unwrap(PGConnection.class).getCopyAPI().copyIn(copyIn);
            try {
                return write(blocks, reader, in);
            } catch (Exception | Error e) {
                cancel(in, e);
                throw e;
            }
        } finally {
            reader.end();
        }
    }

    private static Copied write(Blocks blocks, SourceReader reader, CopyIn in) throws Exception {
        for (Blocks.Block block = blocks.next(); !block.isLast(); block = blocks.next()) {
            // Also an empty one, while the source has nothing to say: so it is seen whether the target is still there.
            block.writeTo(in);
        }
        long counted = reader.counted();
        return new Copied(counted, in.endCopy());
    }

    private static void cancel(CopyIn in, Throwable reason) {
        try {
            if (in.isActive()) {
                in.cancelCopy();
            }
        } catch (SQLException e) {
            // The connection is lost, and with it the transaction.
            reason.addSuppressed(e);
        }
    }
}
