package dev.migrate.job;

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
     * Holds a definition against the databases. Writes nothing.
     *
     * @throws UserMistake if a table, a column or a type will not do
     */
    PreparedJob prepare(D definition, JobRequest request);
}
