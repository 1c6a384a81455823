package dev.migrate.type.compare.row;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.type.compare.side.RowTexts;
import dev.migrate.type.compare.side.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of one side as it is now.
 *
 * @param database where it lies
 * @param here whether its key lies in the page's range
 * @param digests of each compared column's canonical text
 * @param marks what tells each compared column's value from any other: the digest, or that of an equal value
 * @param texts the beginning of each compared column's plain text
 */
public record SideRow(
        DatabaseName database,
        boolean here,
        List<@Nullable String> digests,
        List<@Nullable String> marks,
        List<@Nullable String> texts) {

    SideRow(DatabaseName database, boolean here, List<@Nullable String> digests, List<@Nullable String> texts) {
        this(database, here, digests, digests, texts);
    }

    static SideRow read(DatabaseName database, ResultSet row) throws SQLException {
        return new SideRow(database, row.getBoolean(1), RowTexts.list(row, 2), RowTexts.list(row, 3));
    }

    /** Whether the other row has the same values. */
    boolean isAlike(SideRow other) {
        return marks.equals(other.marks);
    }

    /** This row, known to have a value that equals one of the other row. */
    SideRow marked(int column, SideRow other) {
        List<@Nullable String> equal = new ArrayList<>(marks);
        equal.set(column, other.marks.get(column));
        return new SideRow(database, here, digests, Collections.unmodifiableList(equal), texts);
    }

    /** Whether the other row has another value in a column, as far as texts can tell. */
    boolean isDoubtful(int column, SideRow other) {
        String mine = marks.get(column);
        String others = other.marks.get(column);
        return mine != null && others != null && !mine.equals(others);
    }

    boolean isOf(Side table) {
        return database.equals(table.database());
    }

    @Nullable
    String shown(int column) {
        String text = texts.get(column);
        return text == null || text.length() <= RowSql.SHOWN ? text : cut(text);
    }

    /** Never between the two halves of a character. */
    private static String cut(String text) {
        int most = text.codePointCount(0, text.length()) > RowSql.SHOWN
                ? text.offsetByCodePoints(0, RowSql.SHOWN)
                : text.length();
        return most == text.length() ? text : text.substring(0, most) + "…";
    }
}
