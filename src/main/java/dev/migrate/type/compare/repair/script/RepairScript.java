package dev.migrate.type.compare.repair.script;

import dev.migrate.database.Query;
import dev.migrate.job.MendingScript;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.type.compare.repair.RepairSides;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Scripts that make the targets of a comparison agree with their sources. Thread-safe. */
public final class RepairScript implements MendingScript {

    private final List<RepairSides> targets;

    public RepairScript(List<RepairSides> targets) {
        this.targets = List.copyOf(targets);
    }

    @Override
    public Set<DatabaseName> databases() {
        Set<DatabaseName> databases = new LinkedHashSet<>();
        targets.forEach(sides -> databases.add(sides.table().database()));
        return databases;
    }

    @Override
    public Writer begin(DatabaseName database, Consumer<String> lines) throws SQLException {
        RepairSides sides = targets.stream()
                .filter(candidate -> candidate.table().database().equals(database))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target is on " + database));
        Query target = sides.target();
        new ScriptHead(sides.table(), target).lines().forEach(lines);
        return new WriteScript(sides, target, lines);
    }
}
