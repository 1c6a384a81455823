package dev.migrate.database.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as they travel in the jar: a compressed archive for each kind of machine. */
final class Archive {

    private static final String FACTS = "embedded.properties";
    private static final int OWNER_MAY_EXECUTE = 0100;

    private Archive() {}

    /** The version that is brought along: {@code 18.6.0}. */
    static String version() throws IOException {
        try (InputStream facts = Archive.class.getResourceAsStream(FACTS)) {
            if (facts == null) {
                throw new IllegalStateException(FACTS + " is missing");
            }
            Properties properties = new Properties();
            properties.load(facts);
            return properties.getProperty("postgresql.version");
        }
    }

    /** Unpacks the programs for this machine into a new directory. */
    static void unpack(Path directory) throws IOException {
        try (InputStream archive = open();
                TarArchiveInputStream entries =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            TarArchiveEntry entry = entries.getNextEntry();
            while (entry != null) {
                unpack(entry, entries, directory.resolve(entry.getName()).normalize());
                entry = entries.getNextEntry();
            }
        }
    }

    private static InputStream open() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException e) {
            throw Trouble.notBroughtAlong(System.getProperty("os.name") + " on " + machine, e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions(entry)));
        }
    }

    private static String permissions(TarArchiveEntry entry) {
        return (entry.getMode() & OWNER_MAY_EXECUTE) == 0 ? "rw-r--r--" : "rwxr-xr-x";
    }
}
