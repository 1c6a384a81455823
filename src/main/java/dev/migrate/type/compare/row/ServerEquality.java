package dev.migrate.type.compare.row;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Has a server hold values against each other, by the equality that it sorts, groups and indexes by. */
final class ServerEquality {

    /** Values that stand in one place on the two sides, as texts. */
    record Values(Doubt doubt, String source, String target) {}

    // Not the operator =, which compares the areas of some shapes.
    private static final String UNEQUAL = """
            select pair.at from unnest(?::text[], ?::text[]) with ordinality as pair (one, other, at)
            where not record_eq(row(pair.one::%s), row(pair.other::%s))
            """;

    /** SQLSTATE classes of what a server says of a value: no value of the type, against a rule of it, too large for it. */
    private static final Set<String> ABOUT_VALUES = Set.of("22", "23", "54");

    private final Query server;
    private final String type;

    /** @param type of the values, as SQL writes it */
    ServerEquality(Query server, String type) {
        this.server = server;
        this.type = type;
    }

    /** Those that are not equal; values that the type cannot have are equal to none. */
    Set<Doubt> unequal(List<Values> values) throws SQLException {
        if (values.isEmpty()) {
            return Set.of();
        }
        try {
            return ask(values);
        } catch (SQLException e) {
            if (!isAboutValue(e)) {
                throw e;
            }
            return values.size() == 1 ? Set.of(values.get(0).doubt()) : inHalves(values);
        }
    }

    private Set<Doubt> ask(List<Values> values) throws SQLException {
        BoundSql question = BoundSql.of(
                UNEQUAL.formatted(type, type), texts(values, Values::source), texts(values, Values::target));
        return new HashSet<>(
                server.list(question, row -> values.get(row.getInt(1) - 1).doubt()));
    }

    private Set<Doubt> inHalves(List<Values> values) throws SQLException {
        int half = values.size() / 2;
        Set<Doubt> unequal = new HashSet<>(unequal(values.subList(0, half)));
        unequal.addAll(unequal(values.subList(half, values.size())));
        return unequal;
    }

    private static List<String> texts(List<Values> values, Function<Values, String> side) {
        return values.stream().map(side).toList();
    }

    private static boolean isAboutValue(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && ABOUT_VALUES.contains(state.substring(0, 2));
    }
}
