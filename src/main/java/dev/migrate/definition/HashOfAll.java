package dev.migrate.definition;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 of a job file and of the files that belong to it. */
final class HashOfAll {

    private HashOfAll() {}

    /** That of the job file alone where no other belongs to it. */
    static String of(String jobFile, List<Path> others) {
        if (others.isEmpty()) {
            return jobFile;
        }
        MessageDigest digest = sha256();
        digest.update(jobFile.getBytes(StandardCharsets.UTF_8));
        others.forEach(file -> digest.update(of(file)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] of(Path file) {
        try {
            MessageDigest digest = sha256();
            digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            try (OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Files.copy(file, into);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UserMistake(file + " cannot be read: check that it is a file that you may read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
