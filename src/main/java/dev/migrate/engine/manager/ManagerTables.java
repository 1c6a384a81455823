package dev.migrate.engine.manager;

import dev.migrate.engine.instance.Attempts;
import dev.migrate.engine.instance.Partitions;
import dev.migrate.engine.instance.RunState;
import dev.migrate.engine.instance.RunTable;
import dev.migrate.engine.plan.PlanTable;
import dev.migrate.engine.retry.RowsLeft;

/** The tables that a manager works with. */
record ManagerTables(
        RunTable runs, RunState state, Partitions partitions, Attempts attempts, PlanTable plans, RowsLeft rowsLeft) {}
