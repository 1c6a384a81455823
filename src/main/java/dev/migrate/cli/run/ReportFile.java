package dev.migrate.cli.run;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The file that a result is written to: whole or not at all. */
final class ReportFile {

    private final Path file;

    private ReportFile(Path file) {
        this.file = file;
    }

    /**
     * A file that can be written, as far as one can tell beforehand.
     *
     * @throws UserMistake if not
     */
    static ReportFile at(Path file) {
        if (Files.isDirectory(file)) {
            throw new UserMistake("--report=" + file + " is a directory; name a file");
        }
        try {
            Files.delete(beside(file));
            return new ReportFile(file);
        } catch (IOException e) {
            throw new UserMistake(
                    "--report=" + file + " cannot be written; name a file in a directory that you may write to", e);
        }
    }

    void write(String text) {
        try {
            Path whole = beside(file);
            Files.writeString(whole, text + System.lineSeparator());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserMistake(
                    "the run has ended, but --report=" + file + " could not be written; "
                            + "the status command tells its result",
                    e);
        }
    }

    private static Path beside(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return Files.createTempFile(directory, "." + file.getFileName(), ".part");
    }
}
