package dev.migrate.type.compare.side;

/** Something of either side. */
public record Both<T>(T source, T target) {}
