package dev.migrate.database;

/**
 * What the user calls a database, for sentences about it.
 *
 * @param words like {@code database "primary"}
 * @param setting where it is configured: {@code migrate.databases.primary}
 * @param file the file that says so
 */
record Target(String words, String setting, String file) {}
