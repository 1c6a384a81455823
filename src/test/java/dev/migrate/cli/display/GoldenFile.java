package dev.migrate.cli.display;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What users are meant to see, word for word. */
public final class GoldenFile {

    private GoldenFile() {}

    /** The lines of a file beside this class. */
    public static List<String> lines(String name) {
        try (InputStream file = Objects.requireNonNull(GoldenFile.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
