package dev.migrate.program;

import dev.migrate.job.Pause;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Starts programs, with their arguments as they are, in one working directory and with this process's environment. Each gets
 * a process group of its own, so that it can be killed whole and a Ctrl-C in the terminal does not reach it; where the machine
 * has no {@code setsid}, it shares this process's, and what it has started is found by descent. None begins before it is sure
 * that it will be killed if this process is. Thread-safe.
 */
public final class Programs implements AutoCloseable {

    // A line lets the program begin; if it cannot come any more, nothing does.
    private static final String WAIT_FOR_A_LINE = "read -r line && exec \"$@\"";
    private static final String AND_READ_NOTHING = WAIT_FOR_A_LINE + " </dev/null";

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
        this(directory, pause, searchPath, Guard::new);
    }

    Programs(Path directory, Pause pause, String searchPath, Function<List<String>, Guard> guards) {
        this.directory = directory.toAbsolutePath();
        this.pause = pause;
        this.find = new FindProgram(this.directory, searchPath);
        this.prefix = ProcessGroup.canBeSeen()
                ? find.onPath("setsid")
                        .map(setsid -> List.of(setsid.toString(), "--"))
                        .orElse(List.of())
                : List.of();
        this.guard = guards.apply(prefix);
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
        return start(builder(WAIT_FOR_A_LINE, command));
    }

    /** Starts a program that has nothing to read, and whose output and errors are appended to a file. */
    public RunningProgram start(List<String> command, Path output) throws IOException {
        RunningProgram program = start(builder(AND_READ_NOTHING, command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile())));
        program.stdin().close();
        return program;
    }

    private ProcessBuilder builder(String begin, List<String> command) {
        return new ProcessBuilder(Stream.of(prefix, List.of("/bin/sh", "-c", begin, "sh"), command)
                        .flatMap(List::stream)
                        .toList())
                .directory(directory.toFile());
    }

    private RunningProgram start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Members members =
                prefix.isEmpty() ? Members.descendants(process.toHandle()) : new ProcessGroup(process.toHandle());
        RunningProgram program = new RunningProgram(process, members, guard, pause);
        try {
            guard.watch(members);
            program.stdin().write('\n');
            program.stdin().flush();
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
