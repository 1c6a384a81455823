package dev.migrate.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies config/, for runs leave their data beside it. */
final class ConfigCopy {

    private static final Path CONFIG = Path.of("config");

    private ConfigCopy() {}

    static void to(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(CONFIG)) {
            for (Path path : paths.toList()) {
                Files.copy(path, directory.resolve(path));
            }
        }
    }
}
