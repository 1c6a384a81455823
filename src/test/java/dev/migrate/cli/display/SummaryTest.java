package dev.migrate.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.cli.args.TypedCommand;
import dev.migrate.job.FailedRow;
import dev.migrate.job.Finding;
import dev.migrate.job.Partition;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.monitor.Readings;
import dev.migrate.monitor.coverage.Coverage;
import dev.migrate.monitor.coverage.CoveredKeys;
import dev.migrate.monitor.partition.PartitionState;
import dev.migrate.monitor.partition.PartitionState.PageTimes;
import dev.migrate.monitor.row.SetAside;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final DatabaseName REPLICA = new DatabaseName("replica");
    private static final TypedCommand TYPED =
            new TypedCommand("java -jar migrate.jar", List.of("job=consistencyCheck", "--config=shop"));

    private static final Coverage NOTHING = new Coverage(List.of(), List.of(), null, null);

    private final List<Finding> findings = List.of(
            new Finding(REPLICA, Map.of("id", 17L), Finding.Kind.MISSING, null, Map.of()),
            new Finding(
                    REPLICA,
                    Map.of("id", 18L),
                    Finding.Kind.DIFFERENT,
                    null,
                    Map.of("body", Map.of("source", "x".repeat(60)))));

    @Test
    void is_a_screenful() {
        PartitionState failed = new PartitionState(
                new Partition(7, 3, REPLICA, new KeyRange(KeyValue.of(17), null)),
                "failed",
                null,
                3,
                0,
                0,
                null,
                "it broke",
                PageTimes.NONE,
                null);
        Summary summary =
                new Summary(Readings.progress("FAILED", 5_040, 10_000L), NOTHING, List.of(failed), findings, List.of());
        assertThat(summary.lines(TYPED)).containsExactlyElementsOf(GoldenFile.lines("summary.txt"));
    }

    @Test
    void tells_no_more_than_there_is() {
        Summary summary =
                new Summary(Readings.progress("COMPLETED", 5_040, null), NOTHING, List.of(), List.of(), List.of());
        assertThat(summary.lines(TYPED)).hasSize(6).noneMatch(line -> line.contains("first"));
    }

    @Test
    void tells_what_a_comparison_covered_when_it_is_complete() {
        Coverage covered = new Coverage(
                List.of(new CoveredKeys(new DatabaseName("primary"), 64, null, KeyValue.of(5_041), true)),
                List.of(),
                null,
                null);
        assertThat(summary("COMPLETED", covered))
                .contains(
                        "sides       5,040 rows in the source, 5,041 in the target",
                        "keys        all covered: 64 ranges on primary without gap or overlap, up to 5041");
        assertThat(summary("STARTED", covered)).noneMatch(line -> line.startsWith("keys"));
    }

    private static List<String> summary(String status, Coverage coverage) {
        return new Summary(Readings.compared(status, 12), coverage, List.of(), List.of(), List.of()).lines(TYPED);
    }

    @Test
    void tells_that_not_all_findings_are_stored() {
        assertThat(new Summary(Readings.compared("COMPLETED", 1), NOTHING, List.of(), findings, List.of()).lines(TYPED))
                .contains("The first 1 of 12 findings:")
                .endsWith("Only the first 1 of 12 findings is stored, as max-findings says.");
        assertThat(new Summary(Readings.compared("COMPLETED", 0), NOTHING, List.of(), List.of(), List.of())
                        .lines(TYPED))
                .endsWith("", "None of 12 findings are stored, as max-findings says.");
    }

    @Test
    void tells_rows_that_were_set_aside_and_how_to_do_them_again() {
        List<SetAside> aside =
                List.of(new SetAside(REPLICA, new FailedRow(Map.of("id", 17L), "it broke\n" + "x".repeat(100), 4)));
        Summary summary = new Summary(Readings.setAside("COMPLETED", 3), NOTHING, List.of(), List.of(), aside);
        assertThat(summary.lines(TYPED))
                .startsWith("consistencyCheck area=north day=2026-01-31, execution 12, a retry of 11: COMPLETED")
                .endsWith(
                        "",
                        "The first 1 of 3 rows set aside:",
                        "  DATABASE  KEY    ATTEMPTS  ERROR",
                        "  replica   id=17         4  it broke " + "x".repeat(90) + "…",
                        "All of them: java -jar migrate.jar --config=shop failed 12",
                        "To do just those again: java -jar migrate.jar --config=shop failed 12 --retry");
        assertThat(new Summary(Readings.setAside("STARTED", 1), NOTHING, List.of(), List.of(), aside).lines(TYPED))
                .noneMatch(line -> line.contains("--retry"));
    }

    @Test
    void leaves_out_rows_and_keys_where_there_are_none_and_tells_where_a_failed_program_printed_to() {
        PartitionState failed = new PartitionState(
                new Partition(8, 3, null, KeyRange.ALL),
                "failed",
                null,
                1,
                0,
                0,
                "tools-1:/var/3.log",
                "sh exited with 7",
                PageTimes.NONE,
                null);
        assertThat(new Summary(Readings.withoutRows("FAILED", 40), NOTHING, List.of(failed), List.of(), List.of())
                        .lines(TYPED))
                .containsExactly(
                        "import, execution 13: FAILED",
                        "",
                        "partitions  64: 40 complete, 21 waiting, 2 in hand, 1 failed",
                        "time        0:00:05",
                        "",
                        "1 failed partition:",
                        "  partition 3: sh exited with 7",
                        "    all that it printed: tools-1:/var/3.log");
    }
}
