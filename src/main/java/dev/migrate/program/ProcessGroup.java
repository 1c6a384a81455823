package dev.migrate.program;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that leads a process group of its own: all that is in the group, whoever started it.
 *
 * @param program the leader, which may not have come so far as to found its group
 */
record ProcessGroup(ProcessHandle program) implements Members {

    private static final File PROCESSES = new File("/proc");

    /** Whether this machine tells which process is in which group. */
    static boolean canBeSeen() {
        return new File(PROCESSES, "self/stat").canRead();
    }

    @Override
    public List<ProcessHandle> alive() {
        Stream<ProcessHandle> members = Arrays.stream(Objects.requireNonNullElse(PROCESSES.list(), new String[0]))
                .filter(name -> Character.isDigit(name.charAt(0)))
                .filter(this::isMember)
                .map(Long::valueOf)
                .map(ProcessHandle::of)
                .flatMap(Optional::stream);
        return Stream.concat(members, Stream.of(program).filter(ProcessHandle::isAlive))
                .distinct()
                .toList();
    }

    @Override
    public String target() {
        return "-" + program.pid();
    }

    /** Zombies are not: nobody may ever come to collect them. */
    private boolean isMember(String process) {
        try {
            String stat = Files.readString(Path.of(PROCESSES.getPath(), process, "stat"), StandardCharsets.ISO_8859_1);
            // After the name, which stands in brackets and may have any characters: state, parent, group.
            String[] facts = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 4);
            return !facts[0].equals("Z") && facts[2].equals(String.valueOf(program.pid()));
        } catch (IOException e) {
            return false;
        }
    }
}
