package dev.migrate.web.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** A metric that grows value by value. Used by one thread. */
final class Series {

    private final GaugeSnapshot.Builder metric = GaugeSnapshot.builder();

    Series(String name, String help) {
        metric.name(name).help(help);
    }

    /** @param labels names and values, one after the other */
    Series value(double value, String... labels) {
        metric.dataPoint(GaugeDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labels))
                .build());
        return this;
    }

    /** A count; one beyond 2⁵³ is rounded. */
    Series value(long count, String... labels) {
        return value((double) count, labels);
    }

    GaugeSnapshot snapshot() {
        return metric.build();
    }
}
