package dev.migrate.definition.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows a path such as {@code source.key[1]} as far as it leads. */
final class Lookup {

    private static final Pattern STEP = Pattern.compile("\\[(?<bracketed>[^]]*)]|(?<plain>[^.\\[]+)");

    private Lookup() {}

    static YamlValue nearest(YamlValue root, String path) {
        YamlValue at = root;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            String plain = steps.group("plain");
            YamlValue inner = inner(at, plain == null ? steps.group("bracketed") : plain);
            if (inner == null) {
                return at;
            }
            at = inner;
        }
        return at;
    }

    private static @Nullable YamlValue inner(YamlValue value, String step) {
        if (value instanceof YamlValue.Keys keys) {
            return keys.find(step);
        }
        if (value instanceof YamlValue.Items items && step.matches("\\d{1,9}")) {
            int index = Integer.parseInt(step);
            return index < items.items().size() ? items.items().get(index) : null;
        }
        return null;
    }
}
