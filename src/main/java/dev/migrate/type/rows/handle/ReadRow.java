package dev.migrate.type.rows.handle;

import dev.migrate.handler.Row;
import dev.migrate.type.rows.page.RowReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row that a reader has in hand: nothing of it is read, nor copied, before it is asked for. */
final class ReadRow implements Row {

    /** Reads a column of the row in hand. */
    @FunctionalInterface
    private interface Getter<T> {
        @Nullable
        T get(ResultSet row, int column) throws SQLException;
    }

    private final RowReader reader;
    private final RowColumns columns;
    private boolean inHand = true;

    ReadRow(RowReader reader, RowColumns columns) {
        this.reader = reader;
        this.columns = columns;
    }

    /** From now on the row cannot be read. */
    void leave() {
        inHand = false;
    }

    @Override
    public String key() {
        demandInHand();
        try {
            return reader.key().toString();
        } catch (SQLException e) {
            throw new IllegalStateException("a key that is no text", e);
        }
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public boolean isNull(String column) {
        return read(column, "anything", (row, i) -> row.getBytes(i)) == null;
    }

    @Override
    public boolean getBoolean(String column) {
        return notNull(column, read(column, "a boolean", (row, i) -> unlessNull(row, row.getBoolean(i))));
    }

    @Override
    public int getInt(String column) {
        return notNull(column, read(column, "an int", (row, i) -> unlessNull(row, row.getInt(i))));
    }

    @Override
    public long getLong(String column) {
        return notNull(column, read(column, "a long", (row, i) -> unlessNull(row, row.getLong(i))));
    }

    @Override
    public double getDouble(String column) {
        return notNull(column, read(column, "a double", (row, i) -> unlessNull(row, row.getDouble(i))));
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(String column) {
        return read(column, "a BigDecimal", ResultSet::getBigDecimal);
    }

    @Override
    public @Nullable String getString(String column) {
        return read(column, "text", (row, i) -> new ColumnValue(row, i, columns.type(i)).text());
    }

    @Override
    public byte @Nullable [] getBytes(String column) {
        return read(column, "bytes", (row, i) -> new ColumnValue(row, i, columns.type(i)).bytes());
    }

    @Override
    public @Nullable UUID getUuid(String column) {
        return get(column, "uuid", UUID.class);
    }

    @Override
    public @Nullable Instant getInstant(String column) {
        OffsetDateTime time = getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    @Override
    public @Nullable OffsetDateTime getOffsetDateTime(String column) {
        return get(column, "timestamptz", OffsetDateTime.class);
    }

    @Override
    public @Nullable LocalDateTime getLocalDateTime(String column) {
        return get(column, "timestamp", LocalDateTime.class);
    }

    @Override
    public @Nullable LocalDate getLocalDate(String column) {
        return get(column, "date", LocalDate.class);
    }

    @Override
    public @Nullable LocalTime getLocalTime(String column) {
        return get(column, "time", LocalTime.class);
    }

    @Override
    public @Nullable List<@Nullable Object> getList(String column) {
        return read(column, "a list", (row, i) -> new ColumnValue(row, i, columns.type(i)).list());
    }

    @Override
    public @Nullable Object getObject(String column) {
        return read(column, "an object", (row, i) -> new ColumnValue(row, i, columns.type(i)).object());
    }

    /** The driver would convert other types too: by the time zone of this machine. */
    private <T> @Nullable T get(String column, String type, Class<T> wanted) {
        return read(column, wanted.getSimpleName(), (row, i) -> {
            if (!columns.type(i).equals(type)) {
                throw new SQLException("only a " + type + " can");
            }
            return row.getObject(i, wanted);
        });
    }

    private <T> @Nullable T read(String column, String wanted, Getter<T> getter) {
        demandInHand();
        int i = columns.number(column);
        try {
            return getter.get(reader.row(), i);
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "column \"%s\" is of type %s, and its value cannot be had as %s: %s"
                            .formatted(column, columns.type(i), wanted, e.getMessage()),
                    e);
        }
    }

    private static <T> @Nullable T unlessNull(ResultSet row, T value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static <T> T notNull(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "column \"%s\" is null, which no primitive type is; ask isNull(\"%s\") first"
                            .formatted(column, column));
        }
        return value;
    }

    private void demandInHand() {
        if (!inHand) {
            throw new IllegalStateException("the row is gone: it can be read only until handle returns");
        }
    }
}
