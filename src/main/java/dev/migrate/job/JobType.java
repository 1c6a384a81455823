package dev.migrate.job;

import java.nio.file.Path;
import java.util.List;

/**
 * A kind of job: what happens to one page. Position, transaction, restart and partitions are the engine's. Implementations
 * are thread-safe and hold nothing that a crash could lose.
 *
 * @param <D> the record to which a definition of this type is bound; its constructor rejects what is wrong
 */
public interface JobType<D extends Record> {

    /** The word after {@code type:}. */
    String name();

    Class<D> definition();

    /**
     * The files beside the job file that say what is done with a row, such as a handler's: a run goes on only with the very
     * same ones.
     *
     * @throws UserMistake if one cannot be found
     */
    default List<Path> files(D definition, JobRequest request) {
        return List.of();
    }

    /**
     * Holds a definition against the databases. Writes nothing.
     *
     * @throws UserMistake if a table, a column or a type will not do
     */
    PreparedJob prepare(D definition, JobRequest request);
}
