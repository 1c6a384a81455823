package dev.migrate.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.cli.args.TypedCommand;
import dev.migrate.cli.display.Console;
import dev.migrate.database.RepositorySchema;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.monitor.Charts;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.partition.MapCell;
import dev.migrate.testing.ManyPartitions;
import dev.migrate.testing.TestDatabases;
import dev.migrate.testing.Traffic;
import dev.migrate.testing.Traffic.Cost;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What it takes to watch a run of 20 partitions, execution 1, and one of 20,000, execution 2; half of each is done. */
class ManyPartitionsIT {

    private static final TestDatabases DATABASES = new TestDatabases("repository");
    private static final Traffic TRAFFIC = new Traffic(DATABASES.url("repository"));
    private static final int FEW = 20;
    private static final int MANY = 20_000;
    private static final int CELLS = 400;

    // Numbers have more digits.
    private static final long SLACK = 1_000;

    private final Explorer explorer = new Explorer(TRAFFIC.dataSource());
    private final Charts charts = new Charts(TRAFFIC.dataSource());
    private final Console nowhere = new Console(
            new PrintStream(OutputStream.nullOutputStream()), new PrintStream(OutputStream.nullOutputStream()), 0);
    private final ShowStatus status = new ShowStatus(explorer, nowhere);
    private final TypedCommand typed = new TypedCommand("java -jar migrate.jar", List.of());

    @BeforeAll
    static void make_two_runs() {
        RepositorySchema.migrate(DATABASES.dataSource(new DatabaseName("repository")));
        ManyPartitions.make(DATABASES, 1, FEW);
        ManyPartitions.make(DATABASES, 2, MANY);
        DATABASES.execute("repository", "analyze");
    }

    @AfterAll
    static void close() {
        TRAFFIC.close();
        DATABASES.close();
    }

    private Cost status(long execution) throws SQLException {
        return TRAFFIC.of(() -> status.one(execution, false, typed));
    }

    private Cost json(long execution) throws SQLException {
        return TRAFFIC.of(() -> status.json(execution));
    }

    private Cost map(long execution) throws SQLException {
        return TRAFFIC.of(() -> charts.keySpaceMap(execution, CELLS));
    }

    private Cost reading(long execution) throws SQLException {
        return TRAFFIC.of(() -> explorer.progress(execution));
    }

    private static void assertAlike(Cost many, Cost few) {
        assertThat(many.statements()).isEqualTo(few.statements());
        assertThat(many.bytes()).isBetween(1L, few.bytes() + SLACK);
    }

    @Test
    void a_status_costs_the_same() throws SQLException {
        assertAlike(status(2), status(1));
        assertAlike(json(2), json(1));
        assertAlike(reading(2), reading(1));
        assertThat(reading(2).statements()).isEqualTo(1);
        assertThat(json(2).statements()).isEqualTo(3);
    }

    @Test
    void a_list_of_all_runs_and_the_totals_of_all_take_one_statement_each() throws SQLException {
        assertThat(TRAFFIC.of(status::all).statements()).isEqualTo(1);
        Cost totals = TRAFFIC.of(charts::totals);
        assertThat(totals.statements()).isEqualTo(1);
        assertThat(totals.bytes()).isLessThan(2 * SLACK);
        assertThat(charts.totals()).singleElement().satisfies(check -> {
            assertThat(check.runs()).isEqualTo(2);
            assertThat(check.rows().read()).isEqualTo(10L * (FEW + MANY));
            assertThat(check.partitions().done()).isEqualTo((FEW + MANY) / 2);
        });
    }

    @Test
    void the_map_of_the_key_space_has_no_more_cells_than_fit_on_a_screen() throws SQLException {
        assertThat(map(2).statements()).isEqualTo(1);
        assertThat(map(2).bytes()).isLessThan(CELLS * 150L);
        List<MapCell> cells = charts.keySpaceMap(2, CELLS);
        assertThat(cells).hasSize(CELLS);
        assertThat(cells.stream().mapToLong(cell -> cell.counts().total()).sum())
                .isEqualTo(MANY);
        assertThat(cells.stream().collect(Collectors.groupingBy(MapCell::database, Collectors.counting())))
                .hasSize(4)
                .containsValue(CELLS / 4L);
    }

    @Test
    void the_course_of_a_run_is_thinned_by_the_server() throws SQLException {
        Cost course = TRAFFIC.of(() -> charts.throughput(2, 100));
        assertThat(course.statements()).isEqualTo(1);
        assertThat(course.bytes()).isLessThan(100 * 100L);
        assertThat(charts.throughput(2, 100)).hasSize(100);
    }
}
