package dev.migrate.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's programs, unpacked once for the homes of several tests. */
final class UnpackedPrograms {

    private final Path programs;

    UnpackedPrograms() throws IOException, InterruptedException {
        programs = new Home(Path.of("target")).programs(Archive.version());
        Directories.makeOnce(programs, Archive::unpack);
    }

    /** Puts them into a home that is yet to be made. */
    Path in(Path home) throws IOException {
        Files.createDirectories(home);
        Files.createSymbolicLink(new Home(home).programs(Archive.version()), programs);
        return home;
    }
}
