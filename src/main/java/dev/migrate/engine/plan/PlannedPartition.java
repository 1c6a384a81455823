package dev.migrate.engine.plan;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;

/** A partition as it is first cut; numbers begin at 1. */
public record PlannedPartition(int number, DatabaseName database, KeyRange range) {}
