package dev.migrate.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.cli.args.TypedCommand;
import dev.migrate.job.Finding;
import dev.migrate.job.Partition;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.monitor.PartitionState;
import dev.migrate.monitor.Readings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final DatabaseName REPLICA = new DatabaseName("replica");
    private static final TypedCommand TYPED =
            new TypedCommand("java -jar migrate.jar", List.of("job=consistencyCheck", "--config=shop"));

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
                new Partition(7, 3, REPLICA, new KeyRange(KeyValue.of(17), null)), "failed", 3, 0, 0, "it broke");
        Summary summary = new Summary(Readings.progress("FAILED", 5_040, 10_000L), List.of(failed), findings);
        assertThat(summary.lines(TYPED)).containsExactlyElementsOf(GoldenFile.lines("summary.txt"));
    }

    @Test
    void tells_no_more_than_there_is() {
        Summary summary = new Summary(Readings.progress("COMPLETED", 5_040, null), List.of(), List.of());
        assertThat(summary.lines(TYPED)).hasSize(6).noneMatch(line -> line.contains("first"));
    }
}
