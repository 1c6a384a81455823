package dev.migrate.monitor.row;

import dev.migrate.job.FailedRow;
import dev.migrate.job.key.DatabaseName;

/** A row that a run set aside, and the database that it is on. */
public record SetAside(DatabaseName database, FailedRow row) {}
