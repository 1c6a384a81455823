package dev.migrate.handler;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row, with the columns that the job names. Columns are named as in the catalog, so mostly in lower case. Getters throw an
 * {@link IllegalArgumentException} with a sentence for a column that is not there or whose value is no such thing, and those
 * of primitive types for null. To be used by one thread, and only while the row is handled.
 */
public interface Row {

    /** The key as messages show it, whether it is among the columns or not: {@code 17}, or {@code (17, abc)}. */
    String key();

    /** The names of the columns, in order. */
    List<String> columns();

    boolean isNull(String column);

    boolean getBoolean(String column);

    int getInt(String column);

    long getLong(String column);

    double getDouble(String column);

    /** Any number; NaN and the infinities, which a {@code numeric} may be, are refused. */
    @Nullable
    BigDecimal getBigDecimal(String column);

    /**
     * The text of a value of any type: json as it is stored, a {@code timestamptz} as in {@link OffsetDateTime#toString}, else
     * one that PostgreSQL reads as this value.
     */
    @Nullable
    String getString(String column);

    /** A {@code bytea}. */
    byte @Nullable [] getBytes(String column);

    @Nullable
    UUID getUuid(String column);

    /** A {@code timestamptz}. */
    @Nullable
    Instant getInstant(String column);

    /** A {@code timestamptz}, in UTC. */
    @Nullable
    OffsetDateTime getOffsetDateTime(String column);

    /** A {@code timestamp}. */
    @Nullable
    LocalDateTime getLocalDateTime(String column);

    /** A {@code date}. */
    @Nullable
    LocalDate getLocalDate(String column);

    /** A {@code time}. */
    @Nullable
    LocalTime getLocalTime(String column);

    /**
     * An array, its elements as in {@link #getObject}; of several dimensions: a list of lists. An element that Java's type
     * cannot hold stays its text: {@code infinity}, {@code NaN}, the time {@code 24:00:00}.
     */
    @Nullable
    List<@Nullable Object> getList(String column);

    /**
     * A value as Java has it: a number, boolean, {@code byte[]}, UUID, list, a type of {@code java.time}, else the text.
     */
    @Nullable
    Object getObject(String column);
}
