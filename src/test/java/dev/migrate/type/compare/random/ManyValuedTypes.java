package dev.migrate.type.compare.random;

import static dev.migrate.type.compare.random.ValueType.keys;
import static dev.migrate.type.compare.random.ValueType.keysWrittenAlike;
import static dev.migrate.type.compare.random.ValueType.noKeys;
import static dev.migrate.type.compare.random.ValueType.often;
import static dev.migrate.type.compare.random.ValueType.oneOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Arrays, ranges, composites, labels, shapes and addresses. */
final class ManyValuedTypes {

    /** What must be made before tables have columns of these types. */
    static final String MADE = """
            create type pair as (a numeric, b text);
            create domain short as varchar(60) check (value <> 'never');
            create domain price as numeric check (value <> 12345.678);
            """;

    static final String LABELS = "create type mood as enum ('sad', 'so so', 'Happy', 'it''s');";

    private static final Function<Random, Value> MOODS =
            oneOf(Value.of("sad"), Value.of("so so"), Value.of("Happy"), Value.of("it's"));

    static final List<ValueType> ALL = List.of(
            keys(arrays(NumberTypes.INTEGERS), "integer[]", "bigint[]"),
            keys(arrays(NumberTypes.BIG), "bigint[]"),
            keysWrittenAlike(arrays(NumberTypes.NUMERICS), "numeric[]"),
            keysWrittenAlike(arrays(NumberTypes.DOUBLES), "double precision[]"),
            keys(arrays(ManyValuedTypes::word), "text[]", "varchar[]"),
            keys(arrays(TimeTypes.DATES), "date[]"),
            keys(arrays(TimeTypes.INSTANTS), "timestamptz[]"),
            keys(arrays(MOODS), "mood[]"),
            keys(ManyValuedTypes::integerRange, "int4range", "int8range"),
            keysWrittenAlike(ManyValuedTypes::numericRange, "numrange"),
            keys(ManyValuedTypes::integerRanges, "int4multirange", "int8multirange"),
            keysWrittenAlike(ManyValuedTypes::numericRanges, "nummultirange"),
            keys(random -> Value.of("[" + (random.nextInt(90) + 1_900) + "-01-01,2001-02-03 04:05:06)"), "tsrange"),
            keys(MOODS, "mood"),
            keysWrittenAlike(ManyValuedTypes::pair, "pair"),
            keys(random -> Value.of(TextTypes.text(random, 4)), "short", "text"),
            keys(NumberTypes.NUMERICS, "price", "numeric"),
            keys(ManyValuedTypes::address, "inet"),
            keys(random -> Value.of("10." + random.nextInt(200) + ".0.0/16"), "cidr"),
            keys(random -> mac(random, "08:00:2b:01:02:", "08002b:0102"), "macaddr"),
            keys(random -> mac(random, "08:00:2b:01:02:03:04:", "08002b0102:0304"), "macaddr8"),
            keys(random -> Value.of("16/B374D8" + (random.nextInt(80) + 10)), "pg_lsn"),
            noKeys(random -> Value.of(point(random)), "point"),
            noKeys(random -> Value.of("<" + point(random) + "," + random.nextInt(9) + ">"), "circle"),
            noKeys(ManyValuedTypes::box, "box"),
            noKeys(random -> Value.of("[" + point(random) + "," + point(random) + "]"), "lseg"),
            noKeys(random -> Value.of("((0,0)," + point(random) + ")"), "path"),
            noKeys(random -> Value.of("((0,0),(1,1)," + point(random) + ")"), "polygon"),
            noKeys(
                    oneOf(
                            Value.of("integer", "integer", "int4"),
                            Value.of("text"),
                            Value.of("pair", "pair", "public.pair")),
                    "regtype"));

    private ManyValuedTypes() {}

    private static Value word(Random random) {
        return random.nextInt(5) == 0 ? Value.NULL : Value.of(TextTypes.text(random, 2));
    }

    private static Function<Random, Value> arrays(Function<Random, Value> elements) {
        List<Value> few =
                List.of(Value.of("{}", "{}", "{ }"), Value.of("{%s}[" + Value.NULL.id() + "]", "{null}", "{ NULL }"));
        return often(few, random -> array(random, elements));
    }

    private static Value array(Random random, Function<Random, Value> elements) {
        List<Value> values = new ArrayList<>();
        int size = random.nextInt(4) + 1;
        while (values.size() < size) {
            values.add(elements.apply(random));
        }
        String shape =
                random.nextInt(6) == 0 ? "[0:" + (size - 1) + "]={%s}" : random.nextInt(6) == 0 ? "{{%s}}" : "{%s}";
        String id = shape + values.stream().map(Value::id).toList();
        return Value.of(id, written(shape, values, random), written(shape, values, random));
    }

    private static String written(String shape, List<Value> values, Random random) {
        return shape.replace(
                "%s", values.stream().map(value -> element(value, random)).collect(Collectors.joining(" , ")));
    }

    private static String element(Value value, Random random) {
        String text = value.written().get(random.nextInt(value.written().size()));
        return text == null ? "null" : quoted(text);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Value integerRange(Random random) {
        int from = random.nextInt(60) - 30;
        int to = from + random.nextInt(20) + 1;
        return switch (random.nextInt(5)) {
            case 0 -> Value.of("empty", "empty", "(3,3]", "[5,5)");
            case 1 -> Value.of("(," + to + ")", "(," + to + ")", "(," + (to - 1) + "]");
            case 2 -> Value.of("[" + from + ",)", "[" + from + ",)", "(" + (from - 1) + ",)");
            default ->
                Value.of(
                        "[" + from + "," + to + ")",
                        "[" + from + "," + to + ")",
                        "(" + (from - 1) + "," + (to - 1) + "]");
        };
    }

    private static Value numericRange(Random random) {
        int from = random.nextInt(60) - 30;
        int to = from + random.nextInt(20) + 1;
        String open = random.nextBoolean() ? "[" : "(";
        String close = random.nextBoolean() ? "]" : ")";
        return Value.of(
                open + from + "," + to + close,
                open + from + "," + to + close,
                open + from + ".00," + to + ".0" + close);
    }

    private static Value integerRanges(Random random) {
        int from = random.nextInt(60) - 30;
        int to = from + random.nextInt(20) + 2;
        return Value.of(
                from + " to " + to,
                "{[" + from + "," + to + ")}",
                "{[" + (from + 1) + "," + to + "),[" + from + "," + (from + 1) + "]}",
                "{[" + from + "," + to + "),empty}");
    }

    private static Value numericRanges(Random random) {
        int from = random.nextInt(60) - 30;
        return Value.of("numerics from " + from, "{[" + from + ",50),[60,70)}", "{[60.0,70),[" + from + ".00,50)}");
    }

    private static Value pair(Random random) {
        Value a = NumberTypes.NUMERICS.apply(random);
        Value b = word(random);
        String id = a.id() + "," + b.id();
        return Value.of(id, row(a, b, random), row(a, b, random));
    }

    private static String row(Value a, Value b, Random random) {
        String text = b.written().get(0);
        return "(" + a.written().get(random.nextInt(a.written().size())) + "," + (text == null ? "" : quoted(text))
                + ")";
    }

    private static Value address(Random random) {
        String address = "10.0." + random.nextInt(3) + "." + random.nextInt(100);
        return random.nextBoolean() ? Value.of(address, address, address + "/32") : Value.of(address + "/8");
    }

    private static Value mac(Random random, String one, String other) {
        int last = random.nextInt(89) + 10;
        return Value.of(one + last, one + last, other + last);
    }

    private static Value box(Random random) {
        int a = random.nextInt(40) - 20;
        int b = random.nextInt(40) + 21;
        return Value.of(
                a + " " + b,
                "(" + a + "," + a + "),(" + b + "," + b + ")",
                "(" + b + "," + b + "),(" + a + "," + a + ")");
    }

    private static String point(Random random) {
        return "(" + (random.nextInt(80) - 40) / 8.0 + "," + (random.nextInt(80) + 1) + ")";
    }
}
