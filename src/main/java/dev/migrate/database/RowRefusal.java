package dev.migrate.database;

import java.sql.SQLException;
import java.util.Set;

/** Tells what a server refuses because of a row from what goes wrong for other reasons. */
public final class RowRefusal {

    private static final String TWICE = "21000";

    private static final Set<String> CLASSES = Set.of(
            "22", // values: out of range, too long, letters that the encoding lacks
            "23", // constraints
            "44"); // the check option of a view

    private static final Set<String> STATES = Set.of(
            "54000", // a value that is too large for an index
            "P0001"); // what a trigger raises

    private static final Set<String> CLASSES_OF_NO_ROW = Set.of(
            "08", // connection
            "25", // state of the transaction
            "28", // authorization
            "3D", // no such database
            "53", // resources
            "57", // operator
            "58"); // input and output

    private static final Set<String> STATES_OF_NO_ROW = Set.of(
            TWICE, // one statement, several rows
            "XX001", // data corrupted
            "XX002"); // index corrupted

    private RowRefusal() {}

    /** Whether it is always a row that such an error is about. */
    public static boolean isOfRow(SQLException e) {
        return SqlProblem.sqlState(e)
                .filter(state -> CLASSES.contains(group(state)) || STATES.contains(state))
                .isPresent();
    }

    /** Whether it may be: a trigger raises what it likes, and a missing right may be that to one row. */
    public static boolean mayBeOfRow(SQLException e) {
        return SqlProblem.of(e) != SqlProblem.PASSING
                && SqlProblem.sqlState(e)
                        .filter(state -> !CLASSES_OF_NO_ROW.contains(group(state)) && !STATES_OF_NO_ROW.contains(state))
                        .isPresent();
    }

    /** Whether it may be that one statement would change a row twice. */
    public static boolean isOfRowTwice(SQLException e) {
        return SqlProblem.sqlState(e).filter(TWICE::equals).isPresent();
    }

    private static String group(String state) {
        return state.substring(0, 2);
    }
}
