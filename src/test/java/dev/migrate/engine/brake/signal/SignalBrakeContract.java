package dev.migrate.engine.brake.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.brake.Brake;
import dev.migrate.engine.brake.BrakeContract;
import dev.migrate.engine.brake.Hold;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import dev.migrate.job.throttle.BrakeText;
import dev.migrate.job.throttle.Throttle;
import dev.migrate.testing.TestDatabases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every brake does that goes by what a database shows: here of the table {@code item} on a database {@code shop}. */
abstract class SignalBrakeContract extends BrakeContract {

    static final DatabaseName SHOP = new DatabaseName("shop");

    TestDatabases databases;
    Others others;

    @BeforeEach
    final void start() throws Exception {
        databases = open();
        databases.execute("shop", "create table item (id bigint, n int) partition by range (id)");
        databases.execute("shop", "create table item_1 partition of item for values from (0) to (1000)");
        others = new Others(databases.url("shop"));
    }

    TestDatabases open() throws Exception {
        return new TestDatabases("shop");
    }

    @AfterEach
    final void stop() throws Exception {
        others.close();
        databases.close();
    }

    /** What is asked for. */
    abstract String asked();

    @Override
    protected final Brake brake() {
        return brake(databases, asked());
    }

    final Brake brake(TestDatabases where, String... asked) {
        Throttle throttle =
                Throttle.NONE.with(Arrays.stream(asked).map(BrakeText::of).toList());
        Key key = new Key(List.of(new Key.Column(new ColumnName("id"), "bigint")));
        RowSource source = new RowSource(SHOP, TableName.of("item"), key, BoundSql.TRUE);
        return Brake.strictest(new Signals(where, time).brakes(SHOP, throttle, List.of(source)));
    }

    /** Somebody who may do nothing, and see nothing of what others do. */
    static TestDatabases asNobody(TestDatabases databases) {
        databases.execute("shop", "drop role if exists nobody; create role nobody login");
        return new TestDatabases(Map.of("shop", databases.url("shop").replace("user=postgres", "user=nobody")));
    }

    @Test
    void holds_and_says_so_when_it_cannot_see() {
        try (TestDatabases gone =
                new TestDatabases(Map.of("shop", databases.url("shop").replace("/test", "/none")))) {
            gone.pool(SHOP).setConnectionTimeout(250);

            List<Hold> holds = asked(brake(gone, asked()));

            assertThat(holds).hasSize(1).allMatch(Hold::blind);
            assertThat(holds.get(0).reason()).startsWith("cannot see ").contains("does not exist");
        }
    }
}
