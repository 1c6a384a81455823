package dev.migrate.web.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that steering needs. Never shows itself but where it is asked to. */
public final class Token {

    private static final int BYTES = 18;

    private final String secret;

    private Token(String secret) {
        this.secret = secret;
    }

    /** One that somebody chose. */
    public static Token of(String secret) {
        return new Token(secret);
    }

    /** One that nobody can guess. */
    public static Token generated() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Takes as long for a wrong guess as for a nearly right one. */
    boolean is(@Nullable String guess) {
        return guess != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
    }

    /** For the one who started the process. */
    public String secret() {
        return secret;
    }
}
