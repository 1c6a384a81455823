package dev.migrate.chaos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.chaos.server.PostgresServer;
import dev.migrate.chaos.server.Session;
import dev.migrate.database.RepositorySchema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ObserverIT {

    private static final String ROWS = """
            insert into migrate.worker (host, pid) values ('here', 4711);
            insert into migrate.batch_job_instance values (1, 0, 'increment', 'a'), (2, 0, 'increment', 'b');
            insert into migrate.batch_job_execution (job_execution_id, job_instance_id, create_time, status)
                values (1, 1, now(), 'COMPLETED'), (2, 2, now(), 'STARTED');
            insert into migrate.batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time)
                values (21, 0, 'worker:1', 2, now()), (22, 0, 'worker:2', 2, now());
            insert into migrate.run
                (instance_id, job, parameters, number, definition_hash, execution_id, epoch, manager, manager_number)
                values (1, 'increment', '{}', 1, 'x', 1, 1, null, null), (2, 'increment', '{}', 2, 'x', 2, 3, 'pid 9 on here', 8);
            insert into migrate.partition (instance_id, number, database, state, step_execution_id, worker, fence, page)
                values (2, 1, 'target', 'claimed', 21, 1, 4, 10), (2, 2, 'target', 'waiting', 22, null, 0, 0)
            """;

    @Test
    void sees_the_newest_run_and_remembers_it_while_the_repository_is_away(@TempDir Path directory) throws Exception {
        try (PostgresServer server = PostgresServer.make("repository", directory);
                Session session = new Session(server.url())) {
            Observer observer = new Observer(session);
            assertThat(observer.look()).contains(Sight.NOTHING);

            fill(server, session);
            Sight seen = observer.look().orElseThrow();
            assertThat(seen).isEqualTo(expected());
            assertThat(seen.isManagedBy(9)).isTrue();
            assertThat(seen.isManagedBy(90)).isFalse();

            server.crash();
            assertThat(observer.look()).isEmpty();
            assertThat(observer.lookOrRemember()).isEqualTo(seen);
        }
    }

    private static Sight expected() {
        Map<Integer, PartitionSight> partitions = Map.of(
                1, new PartitionSight(1, "claimed", 1, 4711L, 4, 10),
                2, new PartitionSight(2, "waiting", null, null, 0, 0));
        return new Sight(2, 2, 3, 8, "pid 9 on here", "STARTED", partitions);
    }

    private static void fill(PostgresServer server, Session session) throws SQLException {
        RepositorySchema.migrate(new DriverManagerDataSource(server.url(), PostgresServer.USER, ""));
        session.execute(ROWS);
    }
}
