package dev.migrate.type.compare.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Two tables of which one was copied from the other and then edited; all of it follows from the seed. */
public final class RandomTables {

    /** The column by which the rows are known; it is left out of the comparison. */
    public static final String NUMBER = "row number";

    private static final int MOST_COLUMNS = 7;
    private static final int EDITED = 12;

    private final Random random;
    private final List<RandomColumn> columns = new ArrayList<>();
    private final List<RandomRow> rows = new ArrayList<>();
    private final int keys;
    private final TableSql sql;
    private final String source;
    private final String target;

    public RandomTables(long seed) {
        random = new Random(seed);
        keys = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
        int others = random.nextInt(MOST_COLUMNS);
        IntStream.range(0, keys + others).forEach(i -> columns.add(RandomColumn.of(i, i < keys, random)));
        fill(random.nextInt(10) == 0 ? 500 : random.nextInt(60));
        swap();
        sql = new TableSql(columns, keys);
        source = sql.table(0, rows, random);
        target = sql.table(1, rows, random);
    }

    private void fill(int most) {
        Set<List<String>> taken = new HashSet<>();
        for (int i = 0; i < most; i++) {
            List<Value> values =
                    columns.stream().map(column -> column.value(random)).toList();
            if (taken.add(values.stream().limit(keys).map(Value::id).toList())) {
                rows.add(row(i, values));
            }
        }
    }

    private RandomRow row(int number, List<Value> values) {
        return switch (random.nextInt(EDITED * 3)) {
            case 0 -> new RandomRow(number, values, List.of());
            case 1 -> new RandomRow(number, List.of(), values);
            case 2, 3, 4 -> new RandomRow(number, values, edited(values));
            default -> new RandomRow(number, values, values);
        };
    }

    /** Other values, or the same ones, in some columns besides the key. */
    private List<Value> edited(List<Value> values) {
        List<Value> edited = new ArrayList<>(values);
        for (int i = keys; i < columns.size(); i++) {
            if (random.nextInt(3) == 0) {
                edited.set(i, columns.get(i).value(random));
            }
        }
        return edited;
    }

    /** Now and then two rows have changed places on one side. */
    private void swap() {
        if (rows.size() < 2 || random.nextInt(3) > 0) {
            return;
        }
        int one = random.nextInt(rows.size() - 1);
        RandomRow a = rows.get(one);
        RandomRow b = rows.get(one + 1);
        if (!a.target().isEmpty() && !b.target().isEmpty()) {
            rows.set(one, new RandomRow(a.number(), a.source(), keyed(a.target(), b.target())));
            rows.set(one + 1, new RandomRow(b.number(), b.source(), keyed(b.target(), a.target())));
        }
    }

    private List<Value> keyed(List<Value> key, List<Value> others) {
        List<Value> row = new ArrayList<>(key.subList(0, keys));
        row.addAll(others.subList(keys, others.size()));
        return row;
    }

    /** What makes the source. */
    public String source() {
        return source;
    }

    /** What makes the target. */
    public String target() {
        return target;
    }

    /** The job that compares them. */
    public String job() {
        return """
                type: compare
                source: {database: primary, table: t}
                target: {database: replica, table: t}
                exclude: ['"%s"']
                """.formatted(NUMBER);
    }

    /** How many rows a page is to have. */
    public int pageRows() {
        return List.of(1, 2, 3, 7, 20, 150, 1_000).get(random.nextInt(7));
    }

    /** Any of so many. */
    public int choose(int many) {
        return random.nextInt(many);
    }

    /** What must be found, by the numbers of the rows. */
    public Map<Integer, String> expected() {
        Map<Integer, String> expected = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.expected(columns).isEmpty())
                .forEach(row -> expected.put(row.number(), row.expected(columns)));
        return expected;
    }

    /** How many rows the source has. */
    public long sourceRows() {
        return rows.stream().filter(row -> !row.source().isEmpty()).count();
    }

    /** The condition that picks the row of a key out of the source, or out of the target. */
    public String where(Map<String, Object> key, boolean ofTarget) {
        return sql.where(key, ofTarget ? 1 : 0);
    }
}
