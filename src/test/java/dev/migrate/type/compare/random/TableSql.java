package dev.migrate.type.compare.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes either side's table: its columns and rows in an order of its own, its values in any of the ways to write them.
 *
 * @param keys how many of the columns, the first ones, are the key
 */
record TableSql(List<RandomColumn> columns, int keys) {

    // Labels made and dropped before give those of the target other numbers.
    private static final String OTHER_LABELS = "create type mood as enum ('sad'); drop type mood;\n";

    TableSql {
        columns = List.copyOf(columns);
    }

    /** @param side 0 for the source, 1 for the target */
    String table(int side, List<RandomRow> rows, Random random) {
        String more = random.nextInt(4) == 0 ? ", only_here_" + side + " int default 5" : "";
        String table = "create table t (dropped int, %s%s, primary key (%s));\nalter table t drop column dropped;\n"
                .formatted(definitions(side, random), more, names(columns.subList(0, keys)));
        List<RandomRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        String inserts = shuffled.stream()
                .map(row -> insert(row.number(), side == 0 ? row.source() : row.target(), random))
                .collect(Collectors.joining());
        return (side == 0 ? "" : OTHER_LABELS) + ManyValuedTypes.LABELS + ManyValuedTypes.MADE + table + inserts;
    }

    private String definitions(int side, Random random) {
        List<String> definitions = new ArrayList<>(columns.stream()
                .map(column -> column.quoted() + " " + column.types().get(side))
                .toList());
        definitions.add("\"" + RandomTables.NUMBER + "\" int");
        Collections.shuffle(definitions, random);
        return String.join(", ", definitions);
    }

    private String insert(int number, List<Value> values, Random random) {
        if (values.isEmpty()) {
            return "";
        }
        String literals = IntStream.range(0, values.size())
                .mapToObj(i -> columns.get(i).literal(values.get(i), i < keys, random))
                .collect(Collectors.joining(", "));
        return "insert into t (\"%s\", %s) values (%d, %s);\n"
                .formatted(RandomTables.NUMBER, names(columns), number, literals);
    }

    private static String names(List<RandomColumn> columns) {
        return columns.stream().map(RandomColumn::quoted).collect(Collectors.joining(", "));
    }

    /** The condition that picks the row of a key out of a side. */
    String where(Map<String, Object> key, int side) {
        return columns.stream()
                .limit(keys)
                .map(column -> column.quoted() + " = '"
                        + String.valueOf(key.get(column.name())).replace("'", "''") + "'::"
                        + unlimited(column.types().get(side)))
                .collect(Collectors.joining(" and "));
    }

    /** Without a length, which would cut the value. */
    private static String unlimited(String type) {
        return type.equals("bit(8)") ? type : type.replaceFirst("\\(.*\\)", "").replaceFirst("^char$", "bpchar");
    }
}
