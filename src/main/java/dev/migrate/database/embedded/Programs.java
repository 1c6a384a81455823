package dev.migrate.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs PostgreSQL's programs: as they are, or for root in a user namespace, where they do not see that they are root's. */
final class Programs {

    private static final List<String> IN_USER_NAMESPACE = List.of("unshare", "-U");

    private final Home home;
    private final Path bin;
    private final List<String> prefix;

    private Programs(Home home, Path bin, List<String> prefix) {
        this.home = home;
        this.bin = bin;
        this.prefix = prefix;
    }

    /** The programs of the version brought along; they are unpacked if need be. */
    static Programs in(Home home) throws IOException, InterruptedException {
        Path directory = home.programs(Archive.version());
        Directories.makeOnce(directory, Archive::unpack);
        return new Programs(home, directory.resolve("bin"), prefix());
    }

    private static List<String> prefix() throws IOException, InterruptedException {
        if (!ProcessHandle.current().info().user().equals(Optional.of("root"))) {
            return List.of();
        }
        if (!canMakeUserNamespace()) {
            throw Trouble.asRoot();
        }
        return IN_USER_NAMESPACE;
    }

    private static boolean canMakeUserNamespace() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws dev.migrate.job.UserMistake with what it said, if it fails
     */
    void run(String program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.of(prefix, List.of(bin.resolve(program).toString()), List.of(arguments))
                        .flatMap(List::stream)
                        .toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw Trouble.failed(home, program, output.lines().toList());
        }
    }
}
