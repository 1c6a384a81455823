package dev.migrate.engine.run;

/** When a partition is given up: attempts in a row that did no page of it and ended for a reason that should have passed. */
public final class Fruitless {

    public static final int LIMIT = 3;

    private Fruitless() {}
}
