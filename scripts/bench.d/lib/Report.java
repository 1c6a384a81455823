import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what was measured as a table, and writes it as JSON. Arguments: the directory with facts, lines and values; the file. */
public final class Report {

    /** A line of the table; base and target are "-" if there is none. */
    private record Line(String part, String name, String unit, String text, String base, String target) {

        static Line of(String line) {
            String[] field = line.split("\t");
            return new Line(field[0], field[1], field[2], field[3], field[4], field[5]);
        }

        boolean hasBase() {
            return !base.equals("-");
        }

        String shortBase() {
            return base.substring(part.length() + 1);
        }

        boolean hasTarget() {
            return !target.equals("-");
        }

        boolean metBy(double value) {
            double limit = Double.parseDouble(target.substring(2));
            return target.startsWith("<=") ? value <= limit : value >= limit;
        }
    }

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    private Report(Path directory) throws IOException {
        for (String fact : Files.readAllLines(directory.resolve("facts"))) {
            facts.put(fact.substring(0, fact.indexOf('\t')), fact.substring(fact.indexOf('\t') + 1));
        }
        for (String line : Files.readAllLines(directory.resolve("lines"))) {
            lines.add(Line.of(line));
        }
        try (var files = Files.list(directory.resolve("values"))) {
            for (Path file : files.sorted().toList()) {
                values.put(file.getFileName().toString(), doubles(file));
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        Report report = new Report(Path.of(arguments[0]));
        Files.writeString(Path.of(arguments[1]), report.json());
        System.out.print(report.table());
        System.out.println("Each value of each round is in " + arguments[1] + ".");
    }

    private static List<Double> doubles(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Double::valueOf).toList();
    }

    private double median(String name) {
        List<Double> sorted = new ArrayList<>(values.get(name));
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private double ratio(Line line) {
        return median(line.name()) / median(line.base());
    }

    private boolean met(Line line) {
        return line.metBy(line.hasBase() ? ratio(line) : median(line.name()));
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        String part = "";
        for (Line line : lines) {
            if (!line.part().equals(part)) {
                part = line.part();
                table.append(String.format("%n%-80s %10s %-6s %-32s %s%n", part, "median", "", "   ratio", "target"));
            }
            table.append(row(line));
        }
        return table.append(System.lineSeparator()).append(targets()).append(System.lineSeparator()).toString();
    }

    private String row(Line line) {
        String ratio = line.hasBase() ? String.format("%8s of %s", shown(ratio(line)), line.shortBase()) : "";
        String target = line.hasTarget() ? line.target() + (met(line) ? "  met" : "  MISSED") : "";
        return String.format(
                        "  %-78s %10s %-6s %-32s %s", line.text(), shown(median(line.name())), line.unit(), ratio, target)
                .stripTrailing() + System.lineSeparator();
    }

    private String targets() {
        List<Line> with = lines.stream().filter(Line::hasTarget).toList();
        return with.isEmpty() ? "No targets." : with.stream().filter(this::met).count() + " of " + with.size() + " targets met.";
    }

    private static String shown(double value) {
        int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    private String json() {
        String known = facts.entrySet().stream()
                .map(fact -> "    " + quoted(fact.getKey()) + ": " + value(fact.getValue()))
                .collect(Collectors.joining(",\n"));
        String shown = lines.stream().map(this::json).collect(Collectors.joining(",\n"));
        String measured = values.keySet().stream()
                .map(name -> "    " + quoted(name) + ": {\"median\": " + median(name) + ", \"rounds\": " + values.get(name) + "}")
                .collect(Collectors.joining(",\n"));
        return "{\n  \"on\": {\n" + known + "\n  },\n  \"lines\": [\n" + shown + "\n  ],\n  \"values\": {\n" + measured + "\n  }\n}\n";
    }

    private String json(Line line) {
        String json = "    {\"name\": " + quoted(line.name()) + ", \"text\": " + quoted(line.text()) + ", \"unit\": "
                + quoted(line.unit()) + ", \"median\": " + median(line.name());
        if (line.hasBase()) {
            json += ", \"base\": " + quoted(line.base()) + ", \"ratio\": " + ratio(line);
        }
        if (line.hasTarget()) {
            json += ", \"target\": " + quoted(line.target()) + ", \"met\": " + met(line);
        }
        return json + "}";
    }

    private static String value(String text) {
        return text.matches("[1-9]\\d*") ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
