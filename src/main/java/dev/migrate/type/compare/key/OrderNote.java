package dev.migrate.type.compare.key;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.Ordering;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells that rows are not walked along in the natural order of a key column, and why. */
record OrderNote(ShareOrder column, List<Key.Column> shared) {

    private static final int LONGEST = 80;

    Optional<String> sentence() {
        return shared.stream()
                .filter(key -> key.ordering() != Ordering.NATURAL)
                .findFirst()
                .map(key -> "rows go by %s, because %s".formatted(order(key), why()));
    }

    private static String order(Key.Column key) {
        String name = key.name().quoted();
        return switch (key.ordering()) {
            case NATURAL -> name;
            case BYTES, LABELS -> "the bytes of " + name;
            case CASELESS -> "the bytes of " + name + " in lower case";
            case NUMERIC, DOUBLE -> name + " as " + key.type();
        };
    }

    private String why() {
        if (differs(KeySide::kind)) {
            return "its type differs: " + each(side -> side.column().type());
        }
        return "it is sorted differently: "
                + (differs(side -> side.order().toString())
                        ? each(side -> side.order().toString())
                        : each(side -> side.order().inFull()));
    }

    private boolean differs(Function<KeySide, String> fact) {
        return column.sides().stream().map(fact).distinct().count() > 1;
    }

    /** {@code text in a, b, mood in c}. */
    private String each(Function<KeySide, String> fact) {
        Map<String, List<DatabaseName>> databases = column.sides().stream()
                .collect(Collectors.groupingBy(
                        fact, LinkedHashMap::new, Collectors.mapping(KeySide::database, Collectors.toList())));
        return databases.entrySet().stream()
                .map(entry -> "%s in %s".formatted(brief(entry.getKey()), names(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String names(List<DatabaseName> databases) {
        return databases.stream().map(DatabaseName::value).collect(Collectors.joining(" and "));
    }

    private static String brief(String fact) {
        return fact.length() > LONGEST ? fact.substring(0, LONGEST) + "…" : fact;
    }
}
