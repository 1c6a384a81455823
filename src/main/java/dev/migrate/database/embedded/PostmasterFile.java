package dev.migrate.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says: which process the server is, and on which port it listens. */
record PostmasterFile(long process, int port) {

    static final String NAME = "postmaster.pid";
    private static final int PORT_LINE = 3;

    /** Empty if there is no such file, or if it is still being written. */
    static Optional<PostmasterFile> in(Path data) throws IOException {
        try {
            return read(Files.readAllLines(data.resolve(NAME)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<PostmasterFile> read(List<String> lines) {
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the server may be running: a process of that number lives, and is not known to be another program. */
    boolean mayBeAlive() {
        return isAlive() && !isOfOtherProgram();
    }

    /**
     * Whether the number now belongs to another program: the file outlives a machine that loses power, or a container that
     * is started again.
     */
    boolean isOfOtherProgram() {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .filter(command -> !isServer(command))
                .isPresent();
    }

    private boolean isAlive() {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    private static boolean isServer(String command) {
        return String.valueOf(Path.of(command).getFileName()).startsWith("postgres");
    }
}
