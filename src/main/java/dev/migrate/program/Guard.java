package dev.migrate.program;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small process that kills what is left of this process's programs when this one ends, however it ends: it reads from a pipe
 * which there are. Started with the first program, and anew if somebody ends it. Thread-safe.
 */
final class Guard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    // A group that outlives its leader keeps the leader's number from being given to another process: if there is one,
    // it
    // is a stranger's.
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            alive=' '
            while read -r change target; do
                case $change in
                    +) alive="$alive$target " ;;
                    -) alive="${alive%% $target *} ${alive#* $target }"
                       [ "${target#-}" = "$target" ] || [ -e "/proc/${target#-}" ] || kill -s KILL -- "$target" ;;
                esac
            done
            for target in $alive; do
                kill -s KILL -- "$target" || kill -s KILL "${target#-}"
            done
            """;

    private final List<String> prefix;
    private final Set<String> alive = new LinkedHashSet<>();
    private @Nullable OutputStream pipe;

    /** @param prefix what is put before a program so that signals for this process's group do not reach it */
    Guard(List<String> prefix) {
        this.prefix = List.copyOf(prefix);
    }

    /** Has a program killed when this process ends. */
    synchronized void watch(Members program) throws IOException {
        alive.add(program.target());
        tell("+ " + program.target());
    }

    /** A program has ended: has what it left behind in its group killed now. */
    synchronized void release(Members program) throws IOException {
        if (alive.remove(program.target())) {
            tell("- " + program.target());
        }
    }

    private void tell(String line) throws IOException {
        if (pipe != null) {
            try {
                write(pipe, line);
                return;
            } catch (IOException e) {
                hangUp();
            }
        }
        OutputStream opened = start();
        pipe = opened;
        for (String target : alive) {
            write(opened, "+ " + target);
        }
    }

    private static void write(OutputStream pipe, String line) throws IOException {
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }

    private OutputStream start() throws IOException {
        List<String> command = Stream.concat(prefix.stream(), Stream.of("/bin/sh", "-c", SCRIPT))
                .toList();
        return new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .getOutputStream();
    }

    /** Has all programs that are left killed. */
    @Override
    public synchronized void close() {
        alive.clear();
        hangUp();
    }

    private void hangUp() {
        try {
            if (pipe != null) {
                pipe.close();
            }
        } catch (IOException e) {
            LOG.debug("The guard had ended already", e);
        } finally {
            pipe = null;
        }
    }
}
