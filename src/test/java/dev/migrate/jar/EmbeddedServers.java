package dev.migrate.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The processes of embedded servers. */
final class EmbeddedServers {

    private EmbeddedServers() {}

    /** How many processes run programs that were unpacked in a directory. */
    static long in(Path directory) {
        try {
            Path real = directory.toRealPath();
            return ProcessHandle.allProcesses()
                    .flatMap(process -> process.info().command().stream())
                    .filter(command -> Path.of(command).startsWith(real))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
