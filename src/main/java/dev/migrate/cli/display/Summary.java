package dev.migrate.cli.display;

import dev.migrate.cli.args.TypedCommand;
import dev.migrate.job.Finding;
import dev.migrate.monitor.PartitionState;
import dev.migrate.monitor.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a job instance stands, on a screen.
 *
 * @param failed the first partitions that failed
 * @param first the first findings
 */
public record Summary(Progress progress, List<PartitionState> failed, List<Finding> first) {

    private static final int LONGEST = 40;

    public Summary {
        failed = List.copyOf(failed);
        // They were read a moment later than the counts.
        first = first.stream().limit(progress.findings().total()).toList();
    }

    /** The lines; {@code typed} serves to say what to type to see more. */
    public List<String> lines(TypedCommand typed) {
        List<String> lines = new ArrayList<>();
        lines.add(heading());
        lines.add("");
        lines.addAll(numbers());
        lines.addAll(failures());
        lines.addAll(findings(typed));
        return lines;
    }

    private String heading() {
        String parameters = Words.pairs(progress.parameters());
        return (progress.job() + " " + parameters).strip() + ", execution " + progress.execution() + ": "
                + progress.status();
    }

    private List<String> numbers() {
        return List.of(
                "rows        " + rows(),
                "findings    " + kinds(),
                "partitions  " + partitions(),
                "time        " + Words.clock(Duration.ofMillis(Math.round(progress.seconds() * 1_000))) + ", "
                        + Words.number(progress.rowsPerSecond()) + " rows/s");
    }

    private String rows() {
        return "%s read = %s ok + %s found + %s skipped + %s failed; %s written"
                .formatted(numbers(
                        progress.rows().read(),
                        progress.rows().ok(),
                        progress.rows().found(),
                        progress.rows().skipped(),
                        progress.rows().failed(),
                        progress.rows().written()));
    }

    private String kinds() {
        return "%s: %s missing, %s extra, %s different, %s broken"
                .formatted(numbers(
                        progress.findings().total(),
                        progress.findings().missing(),
                        progress.findings().extra(),
                        progress.findings().different(),
                        progress.findings().broken()));
    }

    private String partitions() {
        return "%s: %s complete, %s waiting, %s in hand, %s failed"
                .formatted(numbers(
                        progress.partitions().total(),
                        progress.partitions().done(),
                        progress.partitions().waiting(),
                        progress.partitions().claimed(),
                        progress.partitions().failed()));
    }

    private static Object[] numbers(long... numbers) {
        return Arrays.stream(numbers).mapToObj(Words::number).toArray();
    }

    private List<String> failures() {
        if (failed.isEmpty()) {
            return List.of();
        }
        Stream<String> lines = failed.stream()
                .map(state -> "  partition %d on %s, %s: %s"
                        .formatted(
                                state.partition().number(),
                                state.partition().database(),
                                state.partition().range(),
                                state.reason() == null ? "no reason is known" : state.reason()));
        return Stream.concat(
                        Stream.of("", first(failed.size(), progress.partitions().failed(), "failed partition")), lines)
                .toList();
    }

    private List<String> findings(TypedCommand typed) {
        if (first.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable("KIND", "DATABASE", "KEY", "COLUMNS");
        first.forEach(finding -> table.row(
                finding.kind().word(),
                finding.database(),
                FindingText.key(finding),
                FindingText.detail(finding, LONGEST)));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(first(first.size(), progress.findings().total(), "finding"));
        table.lines().forEach(line -> lines.add("  " + line));
        if (first.size() < progress.findings().total()) {
            lines.add("All of them: " + typed.instead("findings", Long.toString(progress.execution())));
        }
        return lines;
    }

    private static String first(long shown, long all, String thing) {
        return shown < all
                ? "The first %s of %s:".formatted(Words.number(shown), Words.count(all, thing))
                : Words.count(all, thing) + ":";
    }
}
