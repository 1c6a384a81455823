package dev.migrate.engine.instance;

import dev.migrate.database.Databases;
import dev.migrate.database.ServerFacts;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.RowSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which databases the partitions of a run need, and which servers' they were when it was planned. Thread-safe. */
public final class RunDatabases {

    private record Known(String partitionDatabase, String database, String systemIdentifier, String name) {}

    private static final String KNOWN = """
            select partition_database, database, system_identifier, name
            from migrate.run_database where instance_id = :instance
            """;

    private static final String NOTE = """
            insert into migrate.run_database (instance_id, partition_database, database, system_identifier, name, server_version,
                max_workers)
            values (:instance, :partitions, :database, :system, :name, :version, :most)
            on conflict (instance_id, partition_database, database) do update
            set max_workers = excluded.max_workers, server_version = excluded.server_version
            """;

    private final JdbcClient repository;
    private final Databases databases;

    public RunDatabases(JdbcClient repository, Databases databases) {
        this.repository = repository;
        this.databases = databases;
    }

    /**
     * Demands that the databases of an instance are those that it was planned on.
     *
     * @throws UserMistake if a name now stands for another database
     */
    public void demandSame(long instance) {
        for (Known known : known(instance)) {
            if (!isSame(known)) {
                throw new UserMistake(
                        "database \"" + known.database()
                                + "\" is not the one that this run was begun on: put its url right, or begin anew with --reset");
            }
        }
    }

    /**
     * Demands that an instance knew the databases that partitions on one of them need now, and that they are the same.
     *
     * @throws UserMistake if a name is new, or now stands for another database
     */
    public void demandSame(long instance, DatabaseName partitions, Set<DatabaseName> needed) {
        List<Known> known = known(instance);
        for (DatabaseName name : needed) {
            boolean same = known.stream()
                    .filter(k -> k.partitionDatabase().equals(partitions.value())
                            && k.database().equals(name.value()))
                    .anyMatch(this::isSame);
            if (!same) {
                throw new UserMistake("database \"" + name + "\" is not one that the rows were set aside with:"
                        + " put the job file, or the url of the database, right to do them again");
            }
        }
    }

    private boolean isSame(Known known) {
        return databases
                .factsNow(new DatabaseName(known.database()))
                .isSameDatabase(known.systemIdentifier(), known.name());
    }

    /** Notes what the partitions of a job need, and the limits that the settings set now. */
    public void note(Management management, PreparedJob job) {
        for (KeySpace space : job.keySpaces()) {
            for (DatabaseName database : needed(job, space)) {
                note(management, space.database(), database);
            }
        }
    }

    /** The databases that partitions of a key space need. */
    public static Set<DatabaseName> needed(PreparedJob job, KeySpace space) {
        Set<DatabaseName> needed = new LinkedHashSet<>(job.targets(space.database()));
        space.sides().stream().map(RowSource::database).forEach(needed::add);
        return needed;
    }

    private List<Known> known(long instance) {
        return repository
                .sql(KNOWN)
                .param("instance", instance)
                .query(Known.class)
                .list();
    }

    private void note(Management management, DatabaseName partitions, DatabaseName database) {
        ServerFacts facts = databases.facts(database);
        OptionalInt most = databases.maxWorkers(database);
        repository
                .sql(NOTE)
                .param("instance", management.instance())
                .param("partitions", partitions.value())
                .param("database", database.value())
                .param("system", facts.systemIdentifier())
                .param("name", facts.database())
                .param("version", facts.version())
                .param("most", most.isPresent() ? most.getAsInt() : null)
                .update();
    }
}
