package dev.migrate.definition.yaml;

/**
 * Where a user wrote something.
 *
 * @param line in a file, from 1; 0 where the name says it all
 * @param meant whether it was surely written for this program; a variable of the environment may be anyone's
 */
record Place(String name, int line, boolean meant) {

    static Place line(String file, int line) {
        return new Place(file, line, true);
    }

    static Place option(String name) {
        return new Place(name, 0, true);
    }

    static Place variable(String name) {
        return new Place("environment variable " + name, 0, false);
    }

    @Override
    public String toString() {
        return line == 0 ? name : name + ":" + line;
    }
}
