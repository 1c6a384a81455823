package dev.migrate.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The file with the server's password, which only its owner can read. */
record PasswordFile(Home home) {

    private static final int BYTES = 24;

    /** Makes a new password for a server that is being made. */
    void make() throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path unfinished = Home.unfinished(home.password());
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, Base64.getUrlEncoder().encodeToString(bytes) + "\n");
        Files.move(unfinished, home.password(), StandardCopyOption.ATOMIC_MOVE);
    }

    String read() throws IOException {
        try {
            return Files.readString(home.password(), StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException e) {
            throw Trouble.noPassword(home);
        }
    }
}
