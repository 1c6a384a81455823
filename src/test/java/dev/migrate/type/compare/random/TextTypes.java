package dev.migrate.type.compare.random;

import static dev.migrate.type.compare.random.ValueType.keys;
import static dev.migrate.type.compare.random.ValueType.keysWrittenAlike;
import static dev.migrate.type.compare.random.ValueType.noKeys;
import static dev.migrate.type.compare.random.ValueType.oneOf;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts, bytes and what else is written as one. */
final class TextTypes {

    private static final List<String> PIECES = List.of(
            "a", "A", "b", "ß", "é", "e\u0301", "ä", "İ", "ı", "中", "😀", " ", "  ", "'", "\"", "\\", "\\N", "\t", "\n",
            ",", ";", "{", "}", "(", ")", "null", "NULL", "%", "_", "$1", "?", ":x", "--", "/*", "0", "1", "-");

    static final List<ValueType> ALL = List.of(
            keys(random -> Value.of(text(random, 4)), "text", "varchar", "varchar(40)"),
            keys(random -> Value.of(text(random, 40)), "text", "varchar"),
            keys(random -> Value.of(text(random, 3)), "name"),
            keys(TextTypes::padded, "char(12)", "char(20)"),
            keys(oneOf(Value.of(""), Value.of("a"), Value.of("'"), Value.of("z")), "\"char\""),
            keys(TextTypes::bytes, "bytea"),
            keys(TextTypes::uuid, "uuid"),
            keys(random -> Value.of(bits(random, 8)), "bit(8)", "varbit(9)", "bit varying"),
            keys(random -> Value.of(bits(random, random.nextInt(70))), "bit varying", "varbit(80)"),
            keys(oneOf(Value.of("t", "t", "true", "yes", "on"), Value.of("f", "f", "false", "0")), "boolean"),
            keysWrittenAlike(TextTypes::json, "jsonb"),
            noKeys(TextTypes::json, "json", "jsonb"),
            noKeys(random -> Value.of("<a b=\"" + random.nextInt(50) + "\">x</a>"), "xml"),
            keys(TextTypes::words, "tsvector"),
            noKeys(random -> Value.of("'a' & 'b" + random.nextInt(50) + "'"), "tsquery"),
            noKeys(random -> Value.of("$.\"a\"[" + random.nextInt(50) + "]"), "jsonpath"));

    private TextTypes() {}

    static String text(Random random, int most) {
        return random.ints(random.nextInt(most + 1), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    private static Value padded(Random random) {
        String text = text(random, 3).stripTrailing();
        return Value.of(text.isEmpty() ? "" : text, text, text + "  ");
    }

    private static Value bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(9)];
        random.nextBytes(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        String octal = IntStream.range(0, bytes.length)
                .mapToObj(i -> String.format(Locale.ROOT, "\\%03o", bytes[i] & 0xff))
                .collect(Collectors.joining());
        return Value.of(hex, "\\x" + hex, "\\x" + hex.toUpperCase(Locale.ROOT), octal);
    }

    private static Value uuid(Random random) {
        String uuid = new UUID(random.nextLong(), random.nextInt(4)).toString();
        return Value.of(uuid, uuid, uuid.toUpperCase(Locale.ROOT), "{" + uuid.replace("-", "") + "}");
    }

    private static String bits(Random random, int length) {
        return random.ints(length, 0, 2).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private static Value json(Random random) {
        int n = random.nextInt(60) + 1;
        return switch (random.nextInt(5)) {
            case 0 -> Value.of("null");
            case 1 -> Value.of("[]", "[]", "[ ]");
            case 2 -> Value.of("\"é" + n + "\"");
            case 3 -> Value.of("[1, \"a\", null, " + n + "]", "[1,\"a\",null," + n + ".0]");
            default ->
                Value.of(
                        "object " + n,
                        "{\"a\": " + n + ", \"b c\": {\"x\": [true]}}",
                        "{\"b c\":{\"x\":[true]},\"a\":" + n + "}",
                        "{\"a\":0, \"b c\":{\"x\":[true]}, \"a\":" + n + ".00}");
        };
    }

    private static Value words(Random random) {
        int n = random.nextInt(80);
        return Value.of("words " + n, "'a':1 'b" + n + "':2A", "'b" + n + "':2A 'a':1");
    }
}
