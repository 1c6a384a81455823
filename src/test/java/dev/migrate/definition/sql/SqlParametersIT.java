package dev.migrate.definition.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.database.Query;
import dev.migrate.job.JobRequest;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.testing.TestDatabases;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlParametersIT {

    private final TestDatabases databases = new TestDatabases("db");

    @BeforeAll
    void createRow() {
        databases.execute("db", """
                create table t (id bigint, day date, tags text[], doc jsonb, "odd :n ?" int);
                insert into t values (7, '2024-01-01', '{a,b,7}', '{"a": {"?": 1}}', 1)""");
    }

    @AfterAll
    void close() {
        databases.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = :n",
                "day = :day and day + 1 > :day::date",
                "id = any(array[:n::bigint, 8]) and id in (:n, :n)",
                "tags[1:2] = '{a,b}' and tags[:2] = array['a', 'b'] and tags[(:n)] is null",
                "doc ? 'a' and doc ?| array['a', 'z'] and doc -> 'a' ? '?' and doc @? '$.a'",
                "'?' = $$?$$ and ':n' = $x$:n$x$ and \"odd :n ?\" = 1 /* ? :n /* ' */ */ -- ? :n '",
                "E'\\'?:n' <> '\\' and 'it''s ?' <> ':n'",
            })
    void means_the_same_to_driver_and_server(String sql) throws SQLException {
        JobRequest request = new JobRequest("job", Map.of("n", "7", "day", "2024-01-01"), path -> path);
        BoundSql condition = new SqlParameters(request).condition("where", sql);
        BoundSql query = BoundSql.of("select id from t where ").then(BoundSql.TRUE.and(condition));

        assertThat(new Query(databases.dataSource(new DatabaseName("db"))).list(query, row -> row.getLong(1)))
                .containsExactly(7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from t where {range}",
                "select id from t where {range t} and not not {range} and {range public.t} is true;",
                "select \"T\".id from t \"T\", t u where {range \"T\"} and {range U}::int = cast({range u} as int)",
                "select id from t where false or{range}and doc ? 'a' and tags && '{a,\"{range}\"}' -- {",
                "select max(id) filter (where {range}) from t where id = :n",
                "select case when {range} then id end from (select * from t where {range}) t group by id",
            })
    void takes_a_range_wherever_a_condition_can_stand(String sql) throws SQLException {
        JobRequest request = new JobRequest("job", Map.of("n", "7"), path -> path);
        BoundSql statement = new SqlParameters(request)
                .statement("statement", sql)
                .on(alias -> BoundSql.of((alias == null ? "" : alias.quoted() + ".") + "id = ?::bigint", "7"));

        assertThat(new Query(databases.dataSource(new DatabaseName("db"))).list(statement, row -> row.getLong(1)))
                .containsExactly(7L);
    }
}
