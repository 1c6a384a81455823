package dev.migrate.type.rows.load;

import dev.migrate.handler.Handler;
import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jars in {@code handlers/} of the config directory: handlers, and what they need. */
final class HandlerJars {

    private final Path directory;

    HandlerJars(Path config) {
        this.directory = config.resolve("handlers");
    }

    /** By name, in order. */
    List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserMistake(directory + " cannot be read: check that it is a directory you may list", e);
        }
    }

    /** Finds classes on our class path, then in the jars. It lasts as long as what it has loaded: nobody closes it. */
    ClassLoader loader() {
        List<URL> urls = new ArrayList<>();
        for (Path file : files()) {
            try {
                urls.add(file.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("every file has a url", e);
            }
        }
        return new URLClassLoader("handlers", urls.toArray(URL[]::new), Handler.class.getClassLoader());
    }
}
