package dev.migrate.definition.yaml;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A YAML file as it was when it was read, once: content, places and hash are of the same bytes. Immutable. */
public final class YamlFile {

    private static final int MOST_BYTES = 1 << 20;

    private final Path path;
    private final byte[] content;
    private final String text;
    private final YamlValue.Keys root;

    private YamlFile(Path path, byte[] content, String text, YamlValue.Keys root) {
        this.path = path;
        this.content = content;
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @param shown what messages call the file
     * @throws UserMistake if it cannot be read or is not one YAML document of keys and values
     */
    public static YamlFile read(Path path, String shown) {
        byte[] content = content(path, shown);
        String text = YamlText.decode(shown, content);
        return new YamlFile(path, content, text, YamlTree.parse(shown, text));
    }

    private static byte[] content(Path path, String shown) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new UserMistake(shown + ": a file of more than 1 MB is not read as configuration");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new UserMistake(shown + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new UserMistake(shown + ": this file may not be read by you: change its permissions", e);
        } catch (IOException e) {
            throw new UserMistake(shown + ": this file cannot be read: " + e.getMessage(), e);
        }
    }

    /** The SHA-256 of the file's bytes, in hexadecimal. */
    public String hash() {
        return hash(content);
    }

    /** Likewise, as if an outermost key and what stands behind it were not there. */
    public String hashWithout(String key) {
        String rest = WithoutKey.of(text, key);
        return rest.equals(text) ? hash() : hash(rest.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The single value behind a key of the outermost level, as it is written. */
    public Optional<String> text(String key) {
        return root.entries().get(key) instanceof YamlValue.Scalar scalar
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /**
     * File and line of a key, {@code source.table}, {@code key[1]}, {@code rules[likeCount]}, or else of the nearest key
     * around it.
     */
    public String place(String keyPath) {
        return Lookup.nearest(root, keyPath).place().toString();
    }

    /** A mistake at the place of a path, as above. */
    public UserMistake mistake(String keyPath, String sentence) {
        return new UserMistake(place(keyPath) + ": " + Mistakes.oneLine(sentence));
    }

    Path path() {
        return path;
    }

    YamlValue.Keys root() {
        return root;
    }
}
