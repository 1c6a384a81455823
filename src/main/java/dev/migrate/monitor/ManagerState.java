package dev.migrate.monitor;

/**
 * The process that managed an instance last.
 *
 * @param name host and process number, in words
 */
public record ManagerState(String name, boolean alive) {}
