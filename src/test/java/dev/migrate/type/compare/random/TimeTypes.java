package dev.migrate.type.compare.random;

import static dev.migrate.type.compare.random.ValueType.keys;
import static dev.migrate.type.compare.random.ValueType.often;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Dates, times and spans of time. */
final class TimeTypes {

    private static final Value EVER = Value.of("infinity");
    private static final Value NEVER = Value.of("-infinity");

    static final Function<Random, Value> DATES = often(
            List.of(EVER, NEVER, Value.of("4713-01-01 BC"), Value.of("5874897-12-31"), Value.of("2024-02-29")),
            random ->
                    Value.of(LocalDate.ofEpochDay(random.nextInt(2_000) - 1_000).toString()));

    static final Function<Random, Value> INSTANTS = often(
            List.of(EVER, NEVER, Value.of("0044-03-15 12:00:00+00 BC"), Value.of("294276-12-31 23:59:59.999999+00")),
            TimeTypes::instant);

    static final List<ValueType> ALL = List.of(
            keys(DATES, "date"),
            keys(
                    often(
                            List.of(
                                    EVER,
                                    NEVER,
                                    Value.of("4713-01-01 00:00:00 BC"),
                                    Value.of("294276-12-31 23:59:59.999999")),
                            random -> Value.of(local(moment(random)))),
                    "timestamp",
                    "timestamp(6)"),
            keys(INSTANTS, "timestamptz", "timestamptz(6)"),
            keys(often(List.of(Value.of("24:00:00"), Value.of("00:00:00")), TimeTypes::time), "time", "time(6)"),
            keys(TimeTypes::zonedTime, "timetz"),
            keys(TimeTypes::interval, "interval"));

    private TimeTypes() {}

    private static Instant moment(Random random) {
        return Instant.EPOCH
                .plus(random.nextInt(200_000) - 100_000, ChronoUnit.HOURS)
                .plus(random.nextInt(3), ChronoUnit.MICROS);
    }

    private static String local(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
    }

    private static Value instant(Random random) {
        Instant moment = moment(random);
        return Value.of(
                moment.toString(),
                moment.toString(),
                moment.atOffset(ZoneOffset.ofHoursMinutes(5, 45)).toString(),
                moment.atOffset(ZoneOffset.ofHours(-11)).toString());
    }

    private static Value time(Random random) {
        return Value.of(LocalTime.ofSecondOfDay(random.nextInt(86_400))
                .plus(random.nextInt(2), ChronoUnit.MICROS)
                .toString());
    }

    private static Value zonedTime(Random random) {
        return Value.of(LocalTime.ofSecondOfDay(random.nextInt(86_400)) + "+0" + random.nextInt(10));
    }

    /** Months of thirty days and days of a day: equal ones may be made in several ways, and are not edited into each other. */
    private static Value interval(Random random) {
        int months = random.nextInt(5) - 2;
        int days = random.nextInt(5) - 2;
        int hours = random.nextInt(20) - 10;
        int micros = random.nextInt(3);
        long total = ((months * 30L + days) * 24 + hours) * 3_600_000_000L + micros;
        return Value.of(
                Long.toString(total),
                months + " mons " + days + " days " + hours + " hours " + micros + " microseconds");
    }
}
