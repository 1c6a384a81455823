package dev.migrate.type.compare.side;

import dev.migrate.job.key.KeyValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes texts from a row that a query returns. */
public final class RowTexts {

    private RowTexts() {}

    /** A key of so many columns. */
    public static KeyValue key(ResultSet row, int first, int columns) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            parts.add(row.getString(first + i));
        }
        return new KeyValue(parts);
    }

    /** An array's elements. */
    public static List<@Nullable String> list(ResultSet row, int column) throws SQLException {
        return Collections.unmodifiableList(
                Arrays.asList((@Nullable String[]) row.getArray(column).getArray()));
    }
}
