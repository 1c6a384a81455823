package dev.migrate.cli.display;

import dev.migrate.cli.args.TypedCommand;
import dev.migrate.job.Finding;
import dev.migrate.job.Partition;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.coverage.Coverage;
import dev.migrate.monitor.partition.PartitionState;
import dev.migrate.monitor.row.SetAside;
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
 * @param setAside the first rows that were set aside
 */
public record Summary(
        Progress progress,
        Coverage coverage,
        List<PartitionState> failed,
        List<Finding> first,
        List<SetAside> setAside) {

    private static final int LONGEST = 40;
    private static final int LONGEST_RANGE = 60;

    public Summary {
        failed = List.copyOf(failed);
        // They were read a moment later than the counts.
        first = first.stream().limit(progress.storedFindings()).toList();
        setAside = setAside.stream().limit(progress.rows().failed()).toList();
    }

    /** The lines; {@code typed} serves to say what to type to see more. */
    public List<String> lines(TypedCommand typed) {
        List<String> lines = new ArrayList<>();
        lines.add(heading());
        lines.add("");
        lines.addAll(numbers());
        lines.addAll(failures());
        lines.addAll(findings(typed));
        lines.addAll(SetAsideText.lines(progress, setAside, typed));
        return lines;
    }

    private String heading() {
        String parameters = Words.pairs(progress.parameters());
        return (progress.job() + " " + parameters).strip() + ", execution " + progress.execution()
                + (progress.retryOf() == null ? "" : ", a retry of " + progress.retryOf()) + ": " + progress.status();
    }

    private List<String> numbers() {
        String partitions = "partitions  " + partitions();
        String time = "time        " + Words.clock(Duration.ofMillis(Math.round(progress.seconds() * 1_000)));
        List<String> numbers = new ArrayList<>();
        if (!progress.ofRows()) {
            numbers.add(partitions);
            numbers.add(time);
            numbers.addAll(PaceText.now(progress));
            return numbers;
        }
        numbers.add("rows        " + rows());
        numbers.addAll(CoverageText.rows(progress));
        numbers.add("findings    " + kinds());
        numbers.add(partitions);
        numbers.addAll(CoverageText.keys(progress, coverage));
        numbers.add(time + ", " + Words.number(progress.rowsPerSecond()) + " rows/s");
        numbers.addAll(PaceText.now(progress));
        return numbers;
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
        Stream<String> lines = failed.stream().flatMap(Summary::failure);
        return Stream.concat(
                        Stream.of(
                                "",
                                Words.first(failed.size(), progress.partitions().failed(), "failed partition") + ":"),
                        lines)
                .toList();
    }

    private static Stream<String> failure(PartitionState state) {
        Partition partition = state.partition();
        String where = partition.database() == null
                ? ""
                : " on %s, %s"
                        .formatted(
                                partition.database(),
                                Words.cut(partition.range().toString(), LONGEST_RANGE));
        String reason = state.reason() == null ? "no reason is known" : state.reason();
        return Stream.concat(
                Stream.of("  partition " + partition.number() + where + ": " + reason),
                Stream.ofNullable(state.output()).map(output -> "    all that it printed: " + output));
    }

    private List<String> findings(TypedCommand typed) {
        if (first.isEmpty()) {
            return Words.notAllStored(progress)
                    .map(sentence -> List.of("", sentence))
                    .orElse(List.of());
        }
        TextTable table = new TextTable("KIND", "DATABASE", "KEY", "COLUMNS");
        first.forEach(finding -> table.row(
                finding.kind().word(),
                finding.database(),
                Words.pairs(finding.key()),
                FindingText.detail(finding, LONGEST)));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(Words.first(first.size(), progress.findings().total(), "finding") + ":");
        table.lines().forEach(line -> lines.add("  " + line));
        Words.notAllStored(progress).ifPresent(lines::add);
        if (first.size() < progress.storedFindings()) {
            String all = progress.storedFindings() < progress.findings().total() ? "All of these: " : "All of them: ";
            lines.add(all + typed.instead("findings", Long.toString(progress.execution())));
        }
        return lines;
    }
}
