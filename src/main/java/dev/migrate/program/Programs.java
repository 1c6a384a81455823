package dev.migrate.program;

import dev.migrate.job.Pause;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Starts programs, without a shell in between, in one working directory and with this process's environment as it is. Each gets
 * a process group of its own, so that it can be killed whole and a Ctrl-C in the terminal does not reach it; where the machine
 * has no {@code setsid}, it shares this process's, and what it has started is found by descent. Thread-safe.
 */
public final class Programs implements AutoCloseable {

    private static final File NOTHING = new File("/dev/null");

    private final Path directory;
    private final Pause pause;
    private final FindProgram find;
    private final List<String> prefix;
    private final Guard guard;

    /** @param directory in which programs start */
    public Programs(Path directory, Pause pause) {
        this(directory, pause, Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"));
    }

    Programs(Path directory, Pause pause, String searchPath) {
        this.directory = directory.toAbsolutePath();
        this.pause = pause;
        this.find = new FindProgram(this.directory, searchPath);
        this.prefix = ProcessGroup.canBeSeen()
                ? find.onPath("setsid")
                        .map(setsid -> List.of(setsid.toString(), "--"))
                        .orElse(List.of())
                : List.of();
        this.guard = new Guard(prefix);
    }

    /** In which programs start, absolute. */
    public Path directory() {
        return directory;
    }

    /**
     * Makes sure that a command can be started: that it is a program found as the operating system would find it.
     *
     * @throws IllegalArgumentException with a sentence that says why it cannot and what to do
     */
    public void demandStartable(List<String> command) {
        find.demand(command);
    }

    /** The files below the working directory that a command names, its program among them. */
    public List<Path> files(List<String> command) {
        return find.files(command);
    }

    /** Starts a program with pipes to its standard input, output and error. */
    public RunningProgram start(List<String> command) throws IOException {
        return start(builder(command));
    }

    /** Starts a program that has nothing to read, and whose output and errors are appended to a file. */
    public RunningProgram start(List<String> command, Path output) throws IOException {
        return start(builder(command)
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile())));
    }

    private ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(
                        Stream.concat(prefix.stream(), command.stream()).toList())
                .directory(directory.toFile());
    }

    private RunningProgram start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Members members =
                prefix.isEmpty() ? Members.descendants(process.toHandle()) : new ProcessGroup(process.toHandle());
        RunningProgram program = new RunningProgram(process, members, guard, pause);
        try {
            guard.watch(members);
        } catch (IOException e) {
            program.stop(Duration.ZERO);
            throw e;
        }
        return program;
    }

    /** Has all programs that are left killed. */
    @Override
    public void close() {
        guard.close();
    }
}
