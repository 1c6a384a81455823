package dev.migrate.job.key;

/** The rows of one table on one database that a job looks at: those for which {@code where} holds, in the order of {@code key}. */
public record RowSource(DatabaseName database, TableName table, Key key, BoundSql where) {}
