package dev.migrate.type.command;

import dev.migrate.job.Ledger;
import dev.migrate.job.Partition;
import dev.migrate.job.WholeWork;
import dev.migrate.job.key.KeyRange;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs the program for a partition. */
record CommandWork(
        Partition partition,
        CommandTemplate command,
        @Nullable SourceRows source,
        Supervisor supervisor,
        Path file) implements WholeWork {

    @Override
    public Optional<Path> output() {
        return Optional.of(file);
    }

    @Override
    public Optional<Ledger> apply(KeyRange range, int partitions, BooleanSupplier mustStop) throws Exception {
        // First, for when the program has run, nothing may come in between.
        long rows = source == null ? 0 : source.count(range);
        Map<Slot, String> values = values(range, partitions);
        List<String> filled = command.with(slot -> values.getOrDefault(slot, ""));
        return supervisor.run(filled, file, mustStop) ? Optional.of(Ledger.changed(rows, 0)) : Optional.empty();
    }

    private Map<Slot, String> values(KeyRange range, int partitions) throws SQLException {
        Map<Slot, String> values = new EnumMap<>(Slot.class);
        values.put(Slot.PARTITION, Integer.toString(partition.number()));
        values.put(Slot.PARTITIONS, Integer.toString(partitions));
        if (source != null) {
            values.put(Slot.DATABASE, String.valueOf(partition.database()));
            values.put(Slot.FROM, command.uses(Slot.FROM) ? source.from(range) : "");
            values.put(Slot.TO, command.uses(Slot.TO) ? source.to(range) : "");
        }
        return values;
    }
}
