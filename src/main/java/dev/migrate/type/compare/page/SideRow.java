package dev.migrate.type.compare.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of one side as it is now.
 *
 * @param here whether its key lies in the page's range
 * @param digests of each compared column's canonical text
 * @param texts the beginning of each compared column's plain text
 */
record SideRow(boolean here, List<@Nullable String> digests, List<@Nullable String> texts) {

    static SideRow read(ResultSet row) throws SQLException {
        return new SideRow(row.getBoolean(1), list(row, 2), list(row, 3));
    }

    @Nullable
    String shown(int column) {
        String text = texts.get(column);
        return text == null || text.length() <= PageSql.SHOWN ? text : cut(text);
    }

    /** Never between the two halves of a character. */
    private static String cut(String text) {
        int most = text.codePointCount(0, text.length()) > PageSql.SHOWN
                ? text.offsetByCodePoints(0, PageSql.SHOWN)
                : text.length();
        return most == text.length() ? text : text.substring(0, most) + "…";
    }

    private static List<@Nullable String> list(ResultSet row, int column) throws SQLException {
        return Collections.unmodifiableList(
                Arrays.asList((@Nullable String[]) row.getArray(column).getArray()));
    }
}
