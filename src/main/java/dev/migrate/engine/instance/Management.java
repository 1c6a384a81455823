package dev.migrate.engine.instance;

/** A manager's right to one execution of an instance: good for as long as nobody has raised the epoch. */
public record Management(long instance, long execution, long epoch) {}
