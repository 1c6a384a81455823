package dev.migrate.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for a program as the operating system would: along PATH, or, with a slash in its name, from the working directory. */
record FindProgram(Path directory, String searchPath) {

    /**
     * Makes sure that a command can be started.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with it
     */
    void demand(List<String> command) {
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new IllegalArgumentException(
                    "the command is empty; write the program and its arguments as a list, [program, argument]");
        }
        if (command.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException(
                    "an argument of the command has a zero character, which no program can be given; take it out");
        }
        String program = command.get(0);
        if (program.contains("/")) {
            demandAt(program);
        } else if (onPath(program).isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no program \"%s\" in the directories of PATH; install it, or write where it is%s"
                            .formatted(program, isHere(program) ? ": ./" + program : ""));
        }
    }

    /** The files below the working directory that a command names; its program only with a slash, as it is looked for. */
    List<Path> files(List<String> command) {
        Path below = directory.normalize();
        return IntStream.range(0, command.size())
                .filter(i -> i > 0 || command.get(i).contains("/"))
                .mapToObj(i -> in("", command.get(i)))
                .flatMap(file -> file.map(Path::normalize))
                .filter(file -> file.startsWith(below) && Files.isRegularFile(file))
                .distinct()
                .toList();
    }

    /** Where along PATH a program is. */
    Optional<Path> onPath(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(searchPath)
                .flatMap(entry -> in(entry, program))
                .filter(FindProgram::isProgram)
                .findFirst();
    }

    private Stream<Path> in(String entry, String program) {
        try {
            return Stream.of(directory.resolve(entry).resolve(program));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    private void demandAt(String program) {
        Path file = in("", program)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + program + "\" is not a path; correct it"));
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "there is no program %s: a path with a slash begins in the config directory"
                            .formatted(file.normalize()));
        }
        if (!isProgram(file)) {
            throw new IllegalArgumentException(
                    Files.isRegularFile(file)
                            ? "%s is not executable: chmod +x it, or put the program that interprets it before it"
                                    .formatted(file.normalize())
                            : "%s is not a program but a directory or a device; name a file"
                                    .formatted(file.normalize()));
        }
    }

    private boolean isHere(String program) {
        return in("", program).anyMatch(Files::isRegularFile);
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
