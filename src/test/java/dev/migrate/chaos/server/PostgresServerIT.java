package dev.migrate.chaos.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @Test
    void keeps_what_was_committed_and_its_port_over_a_crash(@TempDir Path directory) throws Exception {
        try (PostgresServer server = PostgresServer.make("target", directory);
                Session session = new Session(server.url())) {
            session.execute("create table t as select 1 as n");
            server.crash();
            assertThat(session.ask(
                            db -> db.sql("select n from t").query(Integer.class).single()))
                    .isEmpty();

            server.start();

            assertThat(session.ask(
                            db -> db.sql("select n from t").query(Integer.class).single()))
                    .contains(1);
        }
    }

    @Test
    void forgets_nothing_that_durability_needs(@TempDir Path directory) throws Exception {
        try (PostgresServer server = PostgresServer.make("target", directory);
                Session session = new Session(server.url())) {
            List<String> on =
                    session.askNow(db -> db.sql("""
                    select name from pg_settings
                    where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'on'
                    """).query(String.class).list());
            assertThat(on).hasSize(3);
        }
    }
}
