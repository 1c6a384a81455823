package dev.migrate.type.command;

import dev.migrate.engine.EngineFixture;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.program.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jobs of type command, with shell scripts for programs, on an engine with 1,000 rows in {@code shop}'s table {@code item}. */
final class Commands implements AutoCloseable {

    final EngineFixture engine;
    final Path home;
    private final Path config;
    private final Programs programs;

    Commands(Path directory) throws Exception {
        engine = new EngineFixture(directory, 1_000);
        home = directory;
        config = directory.resolve("config");
        programs = new Programs(config, new Wakeup());
        engine.types.add(new CommandJobType(engine.databases, programs, directory.resolve("output"), engine.time));
    }

    /** Defines the job that is run from now on: a script for sh, and its arguments. */
    void define(String name, String more, String script, String... arguments) {
        String words = Stream.concat(Stream.of("sh", "-c", script, "script"), Arrays.stream(arguments))
                .map(word -> "\n  - '" + word.replace("'", "''") + "'")
                .collect(Collectors.joining());
        define(name, "type: command\n" + more + "\ncommand:" + words + "\n");
    }

    void define(String name, String yaml) {
        try {
            Files.writeString(config.resolve("jobs").resolve(name + ".yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.job = name;
    }

    RunRequest request(int partitions) {
        return engine.request(partitions);
    }

    /** What a partition of the newest run printed, in all its attempts. */
    List<String> printed(int partition) {
        try {
            return Files.readAllLines(home.resolve("output/" + instance() + "/" + partition + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long instance() {
        return engine.ask("select max(instance_id) from migrate.run");
    }

    /** A file in the config directory, where programs start. */
    Path file(String name) {
        return config.resolve(name);
    }

    /** Numbers of partitions that are in a state. */
    String in(String state) {
        return engine.text(
                "select coalesce(string_agg(number::text, ' ' order by number), '') from migrate.partition where instance_id = "
                        + instance() + " and state = '" + state + "'");
    }

    @Override
    public void close() {
        engine.close();
        programs.close();
    }
}
