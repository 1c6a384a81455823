package dev.migrate.type.compare.page;

/** Something of either side. */
record Both<T>(T source, T target) {}
