package dev.migrate.monitor.json;

import dev.migrate.job.Comparison;
import dev.migrate.job.SideRows;
import dev.migrate.job.key.KeyValue;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.coverage.Coverage;
import dev.migrate.monitor.coverage.CoveredKeys;
import dev.migrate.monitor.coverage.KnownDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a report tells about what a run covered. */
public final class CoverageJson {

    private static final int PER_MAJOR = 10_000;

    private CoverageJson() {}

    /** When, on which databases, and, of a job that has a table, which rows by which columns. */
    public static Map<String, @Nullable Object> of(
            Progress progress, Coverage coverage, Optional<Comparison> comparison) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("begun", text(coverage.begun()));
        json.put("ended", text(coverage.ended()));
        json.put(
                "databases",
                coverage.databases().stream().map(CoverageJson::database).toList());
        if (progress.ofRows()) {
            json.put("coverage", covered(progress, coverage, comparison));
        }
        return json;
    }

    private static Map<String, @Nullable Object> covered(
            Progress progress, Coverage coverage, Optional<Comparison> comparison) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rows", rows(progress));
        json.put("ranges", coverage.keys().stream().map(CoverageJson::ranges).toList());
        comparison.ifPresent(compared -> {
            json.put(
                    "columns",
                    compared.columns().stream()
                            .map(column -> pair("name", column.name().value(), "compared", column.by()))
                            .toList());
            json.put(
                    "leftOut",
                    compared.leftOut().stream()
                            .map(column -> pair("name", column.name().value(), "why", column.why()))
                            .toList());
        });
        return json;
    }

    private static Map<String, Object> rows(Progress progress) {
        Map<String, Object> json = new LinkedHashMap<>();
        SideRows sides = progress.sides();
        json.put("source", sides == null ? progress.rows().read() : sides.source());
        if (sides != null) {
            json.put("target", sides.target());
        }
        return json;
    }

    private static Map<String, @Nullable Object> ranges(CoveredKeys keys) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", keys.database().value());
        json.put("partitions", keys.partitions());
        json.put("from", parts(keys.from()));
        json.put("to", parts(keys.to()));
        json.put("tiled", keys.tiled());
        return json;
    }

    private static Map<String, @Nullable Object> database(KnownDatabase known) {
        Integer version = known.serverVersion();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", known.database().value());
        json.put("database", known.name());
        json.put("systemIdentifier", known.systemIdentifier());
        json.put("serverVersion", version == null ? null : version / PER_MAJOR + "." + version % PER_MAJOR);
        return json;
    }

    private static Map<String, String> pair(String one, String value, String other, String itsValue) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put(one, value);
        json.put(other, itsValue);
        return json;
    }

    private static @Nullable List<String> parts(@Nullable KeyValue key) {
        return key == null ? null : key.parts();
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }
}
