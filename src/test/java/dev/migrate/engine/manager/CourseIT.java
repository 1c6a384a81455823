package dev.migrate.engine.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.migrate.database.RepositorySchema;
import dev.migrate.engine.SteppedTime;
import dev.migrate.engine.instance.Management;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.testing.TestDatabases;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CourseIT {

    private static final TestDatabases DATABASES = new TestDatabases("repository");
    private static final DataSource REPOSITORY = DATABASES.dataSource(new DatabaseName("repository"));
    private static final Management NOW = new Management(7, 12, 3);

    private final JdbcClient client = JdbcClient.create(REPOSITORY);
    private final SteppedTime time = new SteppedTime();
    private final Course course = new Course(client, NOW, time);

    @BeforeAll
    static void make_the_tables() {
        RepositorySchema.migrate(REPOSITORY);
        DATABASES.execute("repository", """
                insert into migrate.batch_job_instance values (7, 0, 'check', 'a');
                insert into migrate.batch_job_execution (job_execution_id, job_instance_id, create_time) values (12, 7, now());
                insert into migrate.run (instance_id, job, parameters, number, definition_hash, execution_id, epoch)
                values (7, 'check', '{}', 1, 'c0ffee', 12, 3);
                insert into migrate.batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time)
                select n, 0, 'worker:' || n, 12, now() from generate_series(1, 2) n;
                """);
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    @BeforeEach
    void tell_a_story() {
        DATABASES.execute("repository", """
                truncate migrate.reading, migrate.partition;
                update migrate.run set running = true, rows = null, findings = null, failed_rows = null;
                insert into migrate.partition (instance_id, number, state, step_execution_id, read, missing, failed)
                values (7, 1, 'done', 1, 100, 3, 1), (7, 2, 'claimed', 2, 50, 0, 4);
                """);
    }

    private String one(String sql) {
        return String.valueOf(client.sql(sql).query(String.class).optional().orElse(null));
    }

    private long readings() {
        return Long.parseLong(one("select count(*) from migrate.reading"));
    }

    @Test
    void notes_how_much_is_done_every_five_seconds() {
        course.note();
        assertThat(one("select rows || ' rows, ' || partitions from migrate.reading"))
                .isEqualTo("150 rows, 1");
        time.pass(Duration.ofSeconds(2));
        course.note();
        assertThat(readings()).isEqualTo(1);
        time.pass(Duration.ofSeconds(3));
        course.note();
        assertThat(readings()).isEqualTo(2);
    }

    @Test
    void keeps_about_a_thousand_readings_of_a_week_and_the_first_one() {
        DATABASES.execute(
                "repository",
                "insert into migrate.reading select 7, now() - n * interval '5 s', 0, 0 from generate_series(1, 120960) n");
        String first = one("select min(at) from migrate.reading");
        course.note();
        assertThat(readings()).isBetween(900L, 1_100L);
        assertThat(one("select min(at) from migrate.reading")).isEqualTo(first);
        assertThat(Long.parseLong(one("select count(*) from migrate.reading where at > now() - interval '9 min'")))
                .isBetween(100L, 109L);
    }

    @Test
    void adds_up_what_was_done_once_nothing_more_can_come() {
        course.end();
        DATABASES.execute("repository", "update migrate.run set running = false");
        course.end();
        assertThat(one("select rows from migrate.run")).isEqualTo("null");
        DATABASES.execute("repository", "update migrate.partition set state = 'waiting' where number = 2");
        course.end();
        assertThat(one("select rows || ', ' || findings || ', ' || failed_rows from migrate.run"))
                .isEqualTo("150, 3, 5");
    }

    @Test
    void a_manager_that_was_replaced_writes_nothing() {
        DATABASES.execute(
                "repository", "update migrate.run set running = false; delete from migrate.partition where number = 2");
        Course old = new Course(client, new Management(7, 11, 2), time);
        old.note();
        old.end();
        assertThat(readings()).isZero();
        assertThat(one("select rows from migrate.run")).isEqualTo("null");
    }

    @Test
    void a_failure_harms_nobody() {
        DATABASES.execute("repository", "alter table migrate.reading rename to elsewhere");
        try {
            assertThatNoException().isThrownBy(course::note);
        } finally {
            DATABASES.execute("repository", "alter table migrate.elsewhere rename to reading");
        }
    }
}
