package dev.migrate.type.rows.handle;

import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * One value of a result, as Java has it.
 *
 * @param type the column's in the catalog
 */
record ColumnValue(ResultSet row, int column, String type) {

    /** The driver would write a time in the zone of this machine, and of bytes nothing of use. */
    @Nullable
    String text() throws SQLException {
        Object value = type.equals("timestamptz") || type.equals("bytea") ? object() : row.getString(column);
        return value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : Objects.toString(value, null);
    }

    /** The driver would give the bytes of any value in the form in which it came. */
    byte @Nullable [] bytes() throws SQLException {
        if (!type.equals("bytea")) {
            throw new SQLException("only a bytea can");
        }
        return row.getBytes(column);
    }

    @Nullable
    Object object() throws SQLException {
        return switch (type) {
            case "bool", "int2", "int4", "int8", "float4", "float8", "numeric", "uuid", "bytea" ->
                row.getObject(column);
            case "timestamptz" -> row.getObject(column, OffsetDateTime.class);
            case "timestamp" -> row.getObject(column, LocalDateTime.class);
            case "date" -> row.getObject(column, LocalDate.class);
            case "time" -> row.getObject(column, LocalTime.class);
            case "timetz" -> row.getObject(column, OffsetTime.class);
            default -> isArray() ? list() : row.getString(column);
        };
    }

    /** In the catalog the name of an array's type is that of its elements' after a low line. */
    private boolean isArray() {
        return type.substring(type.lastIndexOf('.') + 1).startsWith("_");
    }

    @Nullable
    List<@Nullable Object> list() throws SQLException {
        java.sql.Array array = ArrayText.has(type) ? ArrayText.array(row, column) : row.getArray(column);
        return array == null ? null : list(array.getArray());
    }

    private List<@Nullable Object> list(Object array) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(element(Array.get(array, i)));
        }
        return Collections.unmodifiableList(list);
    }

    private @Nullable Object element(@Nullable Object element) {
        if (element == null) {
            return null;
        }
        if (element instanceof String text) {
            return ArrayText.element(type, text);
        }
        if (element instanceof PGobject other) {
            return other.getValue();
        }
        return element.getClass().isArray() && !(element instanceof byte[]) ? list(element) : element;
    }
}
