package dev.migrate.definition;

import dev.migrate.definition.yaml.YamlFile;
import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The directory with {@code application.yml} and {@code jobs/}. Looks at the disk whenever it is asked; thread-safe. */
public final class ConfigDirectory {

    private static final int LONGEST_NAME = 100;

    private final Path directory;
    private final Path workingDirectory;

    /**
     * A directory as the user named it.
     *
     * @throws UserMistake if it is no config directory
     */
    public ConfigDirectory(Path directory) {
        this(directory, Path.of("").toAbsolutePath());
    }

    ConfigDirectory(Path directory, Path workingDirectory) {
        this.workingDirectory = workingDirectory;
        this.directory = workingDirectory.resolve(directory).normalize();
        if (!Files.isDirectory(this.directory)) {
            throw new UserMistake("there is no config directory at " + shown(this.directory)
                    + ": give one with --config=DIR or run in a directory that has one");
        }
        application();
        if (!Files.isDirectory(jobs())) {
            throw new UserMistake(
                    shown(this.directory) + " is no config directory: it has no directory jobs; create it there");
        }
    }

    /** The directory itself, absolute. */
    public Path path() {
        return directory;
    }

    /**
     * Reads {@code application.yml} and makes nothing of it, so that whoever reads it next finds it to be YAML.
     *
     * @throws UserMistake if it is not
     */
    public void demandReadable() {
        readApplication();
    }

    /** Reads {@code application.yml}. */
    YamlFile readApplication() {
        return read(application());
    }

    /** The job files by the names of their jobs, in order. */
    SortedMap<String, Path> jobFiles() {
        SortedMap<String, Path> files = new TreeMap<>();
        List<String> mistakes = new ArrayList<>();
        for (Path file : yamlFiles()) {
            String name = nameOf(file);
            Path other = files.putIfAbsent(name, file);
            if (other != null) {
                mistakes.add("%s and %s are both jobs named %s: rename one of them"
                        .formatted(shown(other), file.getFileName(), name));
            } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                mistakes.add(
                        "%s: the name of a job has at most %d characters, none of them a control character; rename the file"
                                .formatted(shown(file).replaceAll("\\p{Cntrl}", "?"), LONGEST_NAME));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new UserMistake(mistakes);
        }
        return Collections.unmodifiableSortedMap(files);
    }

    YamlFile read(Path file) {
        return YamlFile.read(file, shown(file));
    }

    /** {@code config/jobs}, as the user would type it. */
    String shownJobs() {
        return shown(jobs());
    }

    private Path application() {
        List<Path> found = Stream.of("application.yml", "application.yaml")
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .toList();
        if (found.isEmpty()) {
            throw new UserMistake(
                    shown(directory) + " is no config directory: it has no application.yml; create it there");
        }
        if (found.size() > 1) {
            throw new UserMistake(
                    shown(directory) + " has both application.yml and application.yaml: keep one of them");
        }
        return found.get(0);
    }

    private List<Path> yamlFiles() {
        try (Stream<Path> files = Files.list(jobs())) {
            return files.filter(ConfigDirectory::isYaml)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserMistake(shownJobs() + " cannot be read: check that it is a directory you may list", e);
        }
    }

    private static boolean isYaml(Path file) {
        return file.getFileName().toString().matches("(?s)[^.].*\\.ya?ml");
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    private Path jobs() {
        return directory.resolve("jobs");
    }

    /** A path below the directory, as the user would type it. */
    public String shown(Path path) {
        Path shown = path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
        return shown.toString().isEmpty() ? "." : shown.toString();
    }
}
