package dev.migrate.database.embedded;

import java.nio.file.Path;

/** The directory of an embedded server, and what lies where in it. */
record Home(Path directory) {

    Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** The server's data directory. */
    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("postgresql.log");
    }

    Path password() {
        return directory.resolve("password");
    }

    /** Whoever looks after, starts or stops the server locks this file. */
    Path lock() {
        return directory.resolve("lock");
    }

    /** Where PostgreSQL's programs of that version are unpacked. */
    Path programs(String version) {
        return directory.resolve("postgresql-" + version);
    }

    /** What is being made in place of {@code path}: renamed when it is complete, thrown away when it is found half done. */
    static Path unfinished(Path path) {
        return path.resolveSibling(path.getFileName() + ".unfinished");
    }
}
