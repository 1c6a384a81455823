package dev.migrate.engine.manager;

/** The tables that a manager works with. */
record ManagerTables(RunTable runs, Partitions partitions, Attempts attempts, PlanTable plans) {}
