package dev.migrate.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.database.RepositorySchema;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.monitor.Charts;
import dev.migrate.monitor.Explorer;
import dev.migrate.testing.ManyPartitions;
import dev.migrate.testing.TestDatabases;
import dev.migrate.testing.Traffic;
import dev.migrate.testing.Traffic.Asking;
import dev.migrate.testing.Traffic.Cost;
import dev.migrate.web.live.Frame;
import dev.migrate.web.metrics.LatestTotals;
import dev.migrate.web.metrics.RunMetrics;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What it takes to show a run of 20 partitions, execution 1, and one of 20,000, execution 2. */
class DashboardTrafficIT {

    private static final TestDatabases DATABASES = new TestDatabases("repository");
    private static final Traffic TRAFFIC = new Traffic(DATABASES.url("repository"));
    private static final int FEW = 20;
    private static final int MANY = 20_000;

    // Numbers have more digits.
    private static final int SLACK = 1_000;
    private static final int CELL = 250;

    private final Charts charts = new Charts(TRAFFIC.dataSource());
    private final ReadExecutions read = new ReadExecutions(new Explorer(TRAFFIC.dataSource()), charts);
    private final ExecutionsController controller = new ExecutionsController(read, new Explorer(TRAFFIC.dataSource()));

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

    private static void assertAlike(Asking many, Asking few) throws SQLException {
        Cost cost = TRAFFIC.of(many);
        Cost usual = TRAFFIC.of(few);
        assertThat(cost.statements()).isEqualTo(usual.statements());
        assertThat(cost.bytes()).isBetween(1L, usual.bytes() + SLACK);
    }

    private static int bytes(Frame frame, String... parts) {
        String sent = Stream.of(parts).map(frame.parts()::get).collect(Collectors.joining());
        return sent.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void a_look_at_a_run_takes_as_many_statements_and_bytes_but_for_the_cells_of_its_map() throws SQLException {
        Cost many = TRAFFIC.of(() -> read.frame(2));
        Cost few = TRAFFIC.of(() -> read.frame(1));
        assertThat(many.statements()).isEqualTo(few.statements()).isLessThan(10);
        assertThat(many.bytes()).isBetween(1L, few.bytes() + SLACK + ReadExecutions.CELLS * (long) CELL);
    }

    @Test
    void a_browser_gets_as_much_of_a_huge_run_and_a_map_that_fits_the_screen() {
        Frame many = read.frame(2);
        Frame few = read.frame(1);
        assertThat(many.parts()).containsOnlyKeys("status", "map", "readings", "log");
        assertThat(bytes(many, "status", "readings", "log"))
                .isLessThan(bytes(few, "status", "readings", "log") + SLACK);
        assertThat(bytes(many, "map")).isBetween(ReadExecutions.CELLS, ReadExecutions.CELLS * CELL);
    }

    @Test
    void the_list_of_all_runs_takes_one_statement() throws SQLException {
        Cost cost = TRAFFIC.of(read::frame);
        assertThat(cost.statements()).isEqualTo(1);
        assertThat(cost.bytes()).isLessThan(2 * SLACK);
    }

    @Test
    void a_page_of_findings_and_of_partitions_is_as_long_as_it_was_asked_for() throws SQLException {
        assertAlike(() -> controller.findings(2, "0", "20"), () -> controller.findings(1, "0", "20"));
        assertAlike(() -> controller.failed(2, "0", "20"), () -> controller.failed(1, "0", "20"));
        assertAlike(() -> controller.partitions(2, "0", "20"), () -> controller.partitions(1, "0", "20"));
    }

    @Test
    void metrics_are_the_same_series_from_one_statement() throws SQLException {
        goesOn(1);
        List<String> few = series();
        Cost usual = TRAFFIC.of(this::metrics);
        goesOn(2);
        Cost cost = TRAFFIC.of(this::metrics);
        assertThat(cost.statements()).isEqualTo(usual.statements()).isEqualTo(1);
        assertThat(cost.bytes()).isBetween(1L, usual.bytes() + SLACK);
        assertThat(series()).isEqualTo(few).contains("migrate_partitions{job=\"check\",state=\"waiting\"}");
    }

    private static void goesOn(int instance) {
        DATABASES.execute("repository", "update migrate.run set running = instance_id = " + instance);
    }

    private List<String> series() {
        return metrics()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }

    // Totals are kept for a second: each scrape is as if it were the first.
    private String metrics() {
        LatestTotals totals = new LatestTotals(charts::totals, Runnable::run, Clock.systemUTC());
        return PrometheusTextFormatWriter.create().toDebugString(new RunMetrics(totals).collect());
    }
}
