package dev.migrate.definition.sql;

import dev.migrate.job.key.DatabaseName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SQL for a person to look at. */
public final class ShownSql {

    private ShownSql() {}

    /** What each database runs under the names of those that run it; what is alike is shown once. */
    public static List<String> on(Map<DatabaseName, String> sql) {
        Map<String, List<String>> databases = new LinkedHashMap<>();
        sql.forEach((database, text) ->
                databases.computeIfAbsent(text, alike -> new ArrayList<>()).add(database.value()));
        return databases.entrySet().stream()
                .map(alike -> "-- on " + String.join(", ", alike.getValue()) + "\n" + alike.getKey())
                .toList();
    }
}
