package dev.migrate.type.rows.handle;

import dev.migrate.table.TableShape;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Arrays that come as text. The driver would make their elements types of {@code java.sql}, and so lose fractions, offsets,
 * infinities, and the hours that the zone of this machine leaves out; and it has no number for NaN.
 */
final class ArrayText {

    // As the server writes them to every client of the driver: in the style ISO, the era at the end.
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 7, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd")
            .optionalStart()
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:mm:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendText(ChronoField.ERA, Map.of(0L, " BC", 1L, " AD"))
            .optionalEnd()
            .parseDefaulting(ChronoField.ERA, 1)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter TIME_OF_DAY = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "Z")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Map<String, Function<String, Object>> ELEMENTS = Map.of(
            "_date", text -> LocalDate.parse(text, MOMENT),
            "_timestamp", text -> LocalDateTime.parse(text, MOMENT),
            "_timestamptz", text -> OffsetDateTime.parse(text, MOMENT).withOffsetSameInstant(ZoneOffset.UTC),
            "_time", LocalTime::parse,
            "_timetz", text -> OffsetTime.parse(text, TIME_OF_DAY),
            "_numeric", BigDecimal::new);

    private ArrayText() {}

    /** Whether a column of that type comes as text. */
    static boolean has(String type) {
        return ELEMENTS.containsKey(type);
    }

    /** What a select list has for a column: its text if that is how it comes. */
    static String selected(TableShape.Column column) {
        String name = column.name().quoted();
        return has(column.base()) ? name + "::text" : name;
    }

    /** An array that came as text, its elements texts. */
    static @Nullable Array array(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        BaseConnection driver = row.getStatement().getConnection().unwrap(BaseConnection.class);
        return text == null ? null : new PgArray(driver, Oid.TEXT_ARRAY, text);
    }

    /** An element of such an array; its text if no value of Java's type is that. */
    static Object element(String type, String text) {
        try {
            return ELEMENTS.getOrDefault(type, same -> same).apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            return text;
        }
    }
}
