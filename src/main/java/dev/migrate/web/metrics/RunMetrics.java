package dev.migrate.web.metrics;

import dev.migrate.monitor.total.JobTotals;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the runs that go on have done, by job: all of one reading. They are gauges, for what a run has done leaves the sum with
 * the run. There are as many series for a huge run as for a small one. Thread-safe.
 */
public final class RunMetrics implements MultiCollector {

    private static final String JOB = "job";
    private static final double MILLIS = 1_000;

    private final LatestTotals totals;

    public RunMetrics(LatestTotals totals) {
        this.totals = totals;
    }

    @Override
    public MetricSnapshots collect() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        try {
            add(totals.get(), all);
            all.metricSnapshot(up(1));
        } catch (LatestTotals.Unreachable e) {
            all.metricSnapshot(up(0));
        }
        return all.build();
    }

    private static void add(List<JobTotals> jobs, MetricSnapshots.Builder all) {
        List.of(
                        each(jobs, "migrate_runs", "Runs that go on", JobTotals::runs),
                        each(jobs, "migrate_runs_paused", "Runs that are held by hand", JobTotals::paused),
                        rows(jobs),
                        each(
                                jobs,
                                "migrate_rows_written",
                                "Rows that databases report as changed",
                                t -> t.rows().written()),
                        each(
                                jobs,
                                "migrate_failed_rows",
                                "Rows that were set aside",
                                t -> t.rows().failed()),
                        each(jobs, "migrate_rows_per_second", "Rows a second lately", JobTotals::rowsPerSecond),
                        partitions(jobs),
                        findings(jobs),
                        each(jobs, "migrate_pages", "Pages done", JobTotals::pages),
                        each(jobs, "migrate_page_seconds", "What the pages took in all", t -> t.pageMillis() / MILLIS),
                        each(
                                jobs,
                                "migrate_page_seconds_slowest",
                                "What the slowest page took",
                                t -> t.slowestPageMillis() / MILLIS),
                        each(jobs, "migrate_workers", "Threads at work", JobTotals::threads),
                        brakes(jobs))
                .forEach(series -> all.metricSnapshot(series.snapshot()));
    }

    private static Series each(List<JobTotals> jobs, String name, String help, ToDoubleFunction<JobTotals> value) {
        Series series = new Series(name, help);
        jobs.forEach(total -> series.value(value.applyAsDouble(total), JOB, total.job()));
        return series;
    }

    private static Series rows(List<JobTotals> jobs) {
        Series series = new Series("migrate_rows", "Rows read, by what came of them");
        for (JobTotals total : jobs) {
            series.value(total.rows().ok(), JOB, total.job(), "outcome", "ok")
                    .value(total.rows().found(), JOB, total.job(), "outcome", "found")
                    .value(total.rows().skipped(), JOB, total.job(), "outcome", "skipped")
                    .value(total.rows().failed(), JOB, total.job(), "outcome", "failed");
        }
        return series;
    }

    private static Series partitions(List<JobTotals> jobs) {
        Series series = new Series("migrate_partitions", "Partitions, by their state");
        for (JobTotals total : jobs) {
            series.value(total.partitions().waiting(), JOB, total.job(), "state", "waiting")
                    .value(total.partitions().claimed(), JOB, total.job(), "state", "claimed")
                    .value(total.partitions().done(), JOB, total.job(), "state", "done")
                    .value(total.partitions().failed(), JOB, total.job(), "state", "failed");
        }
        return series;
    }

    private static Series findings(List<JobTotals> jobs) {
        Series series = new Series("migrate_findings", "Findings, by their kind");
        for (JobTotals total : jobs) {
            series.value(total.findings().missing(), JOB, total.job(), "kind", "missing")
                    .value(total.findings().extra(), JOB, total.job(), "kind", "extra")
                    .value(total.findings().different(), JOB, total.job(), "kind", "different")
                    .value(total.findings().broken(), JOB, total.job(), "kind", "broken");
        }
        return series;
    }

    private static Series brakes(List<JobTotals> jobs) {
        Series series = new Series("migrate_brakes_holding", "Processes that a brake holds back");
        for (JobTotals total : jobs) {
            total.braked().forEach((brake, processes) -> series.value(processes, JOB, total.job(), "brake", brake));
        }
        return series;
    }

    private static GaugeSnapshot up(double value) {
        return new Series("migrate_repository_up", "Whether the repository answers")
                .value(value)
                .snapshot();
    }
}
