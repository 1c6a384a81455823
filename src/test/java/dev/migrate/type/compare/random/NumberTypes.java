package dev.migrate.type.compare.random;

import static dev.migrate.type.compare.random.ValueType.keys;
import static dev.migrate.type.compare.random.ValueType.often;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Numbers of every kind. */
final class NumberTypes {

    static final Function<Random, Value> SMALL = integers(Short.MIN_VALUE, Short.MAX_VALUE);
    static final Function<Random, Value> INTEGERS = integers(Integer.MIN_VALUE, Integer.MAX_VALUE);
    static final Function<Random, Value> BIG = integers(Long.MIN_VALUE, Long.MAX_VALUE);

    static final Function<Random, Value> NUMERICS = often(
            List.of(
                    Value.of("NaN", "NaN", "nan"),
                    Value.of("Infinity", "Infinity", "inf"),
                    Value.of("-Infinity"),
                    Value.of("0", "0", "-0", "0.00", "0e5"),
                    Value.of("1e130", "1e130", "1" + "0".repeat(130), "1" + "0".repeat(130) + ".000"),
                    Value.of("1e-100", "1e-100", "10e-101"),
                    Value.of("-1", "-1", "-1.000000000000")),
            NumberTypes::numeric);

    static final Function<Random, Value> DOUBLES = often(
            List.of(
                    Value.of("NaN"),
                    Value.of("Infinity", "Infinity", "inf"),
                    Value.of("-Infinity"),
                    Value.of("0", "0", "-0", "0.0"),
                    Value.of("4.9E-324"),
                    Value.of("1.7976931348623157E308"),
                    Value.of("0.1", "0.1", "1e-1")),
            random -> Value.of(Double.toString(random.nextInt(100_000) / 64.0 - 500.3125 + 1 / 128.0)));

    private static final Function<Random, Value> FLOATS = often(
            List.of(
                    Value.of("NaN"),
                    Value.of("Infinity"),
                    Value.of("0", "0", "-0"),
                    Value.of("1.4E-45"),
                    Value.of("3.4028235E38"),
                    Value.of("0.1", "0.1", "1e-1")),
            random -> Value.of(Float.toString(random.nextInt(10_000) / 64.0f - 50 + 1 / 128.0f)));

    static final List<ValueType> ALL = List.of(
            keys(SMALL, "smallint", "integer", "bigint", "numeric"),
            keys(INTEGERS, "integer", "bigint", "numeric"),
            keys(BIG, "bigint", "numeric"),
            keys(NUMERICS, "numeric"),
            keys(NumberTypes::price, "numeric(12,2)", "numeric(20,4)", "numeric"),
            keys(DOUBLES, "double precision"),
            keys(FLOATS, "real"),
            keys(random -> Value.of(Integer.toString(random.nextInt(1_000_000))), "oid"),
            keys(random -> Value.of(random.nextInt(1_000) + ".00"), "money"));

    private NumberTypes() {}

    private static Function<Random, Value> integers(long least, long greatest) {
        List<Value> nasty = LongStream.of(least, least + 1, -1, 0, 1, greatest - 1, greatest)
                .mapToObj(Long::toString)
                .map(Value::of)
                .toList();
        return often(nasty, random -> integer(random.nextInt(1_000) * (greatest / 1_000) - random.nextInt(100)));
    }

    private static Value integer(long number) {
        return Value.of(Long.toString(number), number < 0 ? Long.toString(number) : "+" + number, " " + number);
    }

    private static Value numeric(Random random) {
        BigDecimal number = new BigDecimal(new BigInteger(random.nextInt(90) + 1, random), random.nextInt(40) - 5);
        return decimal(random.nextBoolean() ? number : number.negate());
    }

    private static Value price(Random random) {
        return decimal(BigDecimal.valueOf(random.nextInt(200_000) - 1_000, 2));
    }

    private static Value decimal(BigDecimal number) {
        String text = number.toPlainString();
        String id = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return Value.of(
                id,
                text,
                text + (text.contains(".") ? "00" : ".0"),
                number.stripTrailingZeros().toString());
    }
}
