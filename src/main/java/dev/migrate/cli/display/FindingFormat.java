package dev.migrate.cli.display;

import dev.migrate.job.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How findings are written: a line each, so that any number of them can be. */
public enum FindingFormat {
    /** Columns for people. */
    TABLE,
    /** A JSON object a line. */
    JSON,
    /** Comma-separated values as RFC 4180 has them; key and columns as JSON. */
    CSV;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** What comes before the first finding. */
    public Optional<String> head() {
        return switch (this) {
            case TABLE -> Optional.of(aligned("KIND", "DATABASE", "KEY", "COLUMNS"));
            case JSON -> Optional.empty();
            case CSV -> Optional.of("database,key,kind,rule,columns\r");
        };
    }

    /** A finding, without the line feed at its end. */
    public String line(Finding finding) {
        return switch (this) {
            case TABLE -> tableLine(finding);
            case JSON -> jsonLine(finding);
            case CSV -> csvLine(finding);
        };
    }

    private static String tableLine(Finding finding) {
        return aligned(
                finding.kind().word(),
                finding.database().value(),
                FindingText.key(finding),
                FindingText.detail(finding, Integer.MAX_VALUE));
    }

    private static String aligned(String kind, String database, String key, String columns) {
        return "%-9s  %-12s  %-20s  %s"
                .formatted(kind, database, key, columns)
                .replaceAll("\\p{Cntrl}", " ")
                .stripTrailing();
    }

    private static String jsonLine(Finding finding) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("database", finding.database().value());
        line.put("key", finding.key());
        line.put("kind", finding.kind().word());
        line.put("rule", finding.rule());
        line.put("columns", finding.columns());
        return MAPPER.writeValueAsString(line);
    }

    private static String csvLine(Finding finding) {
        Stream<String> values = Stream.of(
                finding.database().value(),
                MAPPER.writeValueAsString(finding.key()),
                finding.kind().word(),
                finding.rule() == null ? "" : finding.rule(),
                MAPPER.writeValueAsString(finding.columns()));
        return values.map(FindingFormat::quoted).collect(Collectors.joining(",")) + "\r";
    }

    private static String quoted(String value) {
        return value.matches("[^\",\r\n]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
