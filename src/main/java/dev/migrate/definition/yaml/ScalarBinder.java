package dev.migrate.definition.yaml;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.PlaceholderResolutionException;

/** Makes objects of single values, placeholders filled in; keeps what came from outside the file out of messages. */
final class ScalarBinder {

    private final Texts texts = new Texts();
    private final Set<String> secrets = new HashSet<>();
    private final PropertyResolver placeholders;
    private final Mistakes mistakes;

    ScalarBinder(PropertyResolver placeholders, Mistakes mistakes) {
        this.placeholders = placeholders;
        this.mistakes = mistakes;
    }

    boolean canBind(Class<?> type) {
        return texts.canMake(type);
    }

    /** The object, or null if that was a mistake. */
    @Nullable
    Object bind(KeyPath path, Class<?> type, YamlValue.Scalar scalar) {
        try {
            String text = placeholders.resolveRequiredPlaceholders(scalar.text());
            boolean secret = scalar.secret() || !text.equals(scalar.text()) || namesSecret(path);
            if (secret && !text.isBlank()) {
                secrets.add(text);
            }
            return texts.make(type, path.toString(), text, secret);
        } catch (PlaceholderResolutionException e) {
            mistakes.add(scalar.place(), unresolved(e));
        } catch (IllegalArgumentException e) {
            mistakes.add(scalar.place(), redacted(e.getMessage()));
        }
        return null;
    }

    /** The sentence without any of the secrets met so far. */
    String redacted(@Nullable String sentence) {
        String shown = String.valueOf(sentence);
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }

    private static boolean namesSecret(KeyPath path) {
        return path.last().toLowerCase(Locale.ROOT).contains("password");
    }

    private static String unresolved(PlaceholderResolutionException e) {
        String name = String.valueOf(e.getPlaceholder());
        return e.getMessage() != null && e.getMessage().startsWith("Circular")
                ? "${" + name + "} refers to itself"
                : "${%s} has no value: set the environment variable %s, or give a default as in ${%s:default}"
                        .formatted(name, name, name);
    }
}
