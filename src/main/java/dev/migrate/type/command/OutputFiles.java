package dev.migrate.type.command;

import dev.migrate.job.Partition;
import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files to which programs print, one for each partition: all attempts at it, one after another. */
record OutputFiles(Path directory) {

    /**
     * The file of a partition. Its directory is made if need be.
     *
     * @throws UserMistake if that is not possible
     */
    Path of(Partition partition) {
        Path instance = directory.resolve(Long.toString(partition.instance()));
        try {
            Files.createDirectories(instance);
            return instance.resolve(partition.number() + ".log");
        } catch (IOException e) {
            throw new UserMistake(
                    "%s, for what the programs print, cannot be made (%s): make it, or see to it that you may"
                            .formatted(instance, e.getMessage()),
                    e);
        }
    }

    /** How long a file is by now; 0 if it is not there yet. */
    static long length(Path file) {
        return file.toFile().length();
    }
}
