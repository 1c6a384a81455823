package dev.migrate.database.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Makes a directory whole or not at all. */
final class Directories {

    /** Fills a directory. */
    @FunctionalInterface
    interface Maker {
        void make(Path directory) throws IOException, InterruptedException;
    }

    private Directories() {}

    /** Has {@code maker} make the directory unless it is there; one that a crash left half made is made anew. */
    static void makeOnce(Path directory, Maker maker) throws IOException, InterruptedException {
        if (Files.exists(directory)) {
            return;
        }
        Path unfinished = Home.unfinished(directory);
        delete(unfinished);
        maker.make(unfinished);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            Files.walkFileTree(directory, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
