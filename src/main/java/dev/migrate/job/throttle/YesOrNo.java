package dev.migrate.job.throttle;

import java.util.Locale;

/** Reads what YAML and Spring Boot take for true or false. */
final class YesOrNo {

    private YesOrNo() {}

    static boolean of(String key, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw WholeNumber.refusal(key, "true or false", text);
        };
    }
}
