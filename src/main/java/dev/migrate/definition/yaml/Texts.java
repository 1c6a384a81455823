package dev.migrate.definition.yaml;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Makes what a record wants of a text, by Spring Boot's conversions and by static {@code of(String)} methods. */
final class Texts {

    private static final int LONGEST_SHOWN = 60;
    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Integer.class, Long.class, Short.class);

    private final ConversionService conversions = ApplicationConversionService.getSharedInstance();

    boolean canMake(Class<?> type) {
        return conversions.canConvert(String.class, type);
    }

    /**
     * Converts a text.
     *
     * @param secret whether a sentence must not show the text
     * @throws IllegalArgumentException with a sentence if it will not do
     */
    Object make(Class<?> type, String key, String text, boolean secret) {
        Class<?> wanted = ClassUtils.resolvePrimitiveIfNecessary(type);
        Object made = hasUnit(wanted, text) ? converted(wanted, plain(wanted, text)) : null;
        if (made == null) {
            throw new IllegalArgumentException("\"%s\" must be %s%s"
                    .formatted(
                            key, wish(wanted), secret ? "; its value is not shown" : ", not \"" + brief(text) + '"'));
        }
        return made;
    }

    /** Spring would read a bare number as milliseconds, which nobody can see. */
    private static boolean hasUnit(Class<?> type, String text) {
        return type != Duration.class || !text.strip().matches("[-+]?\\d*");
    }

    private static String plain(Class<?> type, String text) {
        return WHOLE_NUMBERS.contains(type) ? text.strip().replaceAll("(?<=\\d)_(?=\\d)", "") : text;
    }

    private @Nullable Object converted(Class<?> type, String text) {
        try {
            return conversions.convert(text, type);
        } catch (ConversionException e) {
            if (type.isRecord() && e.getCause() instanceof IllegalArgumentException own && own.getMessage() != null) {
                throw new IllegalArgumentException(own.getMessage());
            }
            return null;
        }
    }

    private static String wish(Class<?> type) {
        if (WHOLE_NUMBERS.contains(type)) {
            return "a whole number" + (type == Integer.class ? " up to " + Integer.MAX_VALUE : "");
        }
        if (type.isEnum()) {
            return "one of " + words(type);
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Duration.class) {
            return "a duration such as 2s or 5m";
        }
        return type == DataSize.class
                ? "a size such as 64MB"
                : "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
