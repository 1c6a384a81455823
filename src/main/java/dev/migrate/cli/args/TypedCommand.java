package dev.migrate.cli.args;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user typed, for telling what to type next.
 *
 * @param program how the program itself is called
 * @param words all that came behind it
 */
public record TypedCommand(String program, List<String> words) {

    private static final String CONFIG = "--config";
    // An address to which notices are posted lets everybody who knows it post there.
    private static final String SECRET = "(?is).*password.*|--[^=]*(token|notify)[^=]*=.*";

    public TypedCommand {
        words = List.copyOf(words);
    }

    /**
     * What was typed to start this process.
     *
     * @param launcher the program that started the JVM, if it is known
     * @param started the JVM's main class or jar and its arguments, as the property {@code sun.java.command} holds them
     */
    public static TypedCommand of(@Nullable String launcher, String started, List<String> words) {
        if (launcher != null) {
            return new TypedCommand(quoted(launcher), joined(words));
        }
        String first = started.replaceFirst("(?s) .*", "");
        return new TypedCommand("java -jar " + quoted(first.endsWith(".jar") ? first : "migrate.jar"), joined(words));
    }

    private static List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (String word : words) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).equals(CONFIG)) {
                joined.set(last, CONFIG + "=" + word);
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    /** The same again, to go on with a run: without beginning it anew once more. */
    public String again() {
        return join(words.stream().filter(word -> !word.equals("--reset")));
    }

    /** Another command on the same config directory. */
    public String instead(String... others) {
        return join(Stream.concat(
                words.stream().filter(word -> word.matches("(?s)--(config=|[^=]*\\.).*")), Stream.of(others)));
    }

    private String join(Stream<String> typed) {
        return program + " "
                + typed.map(TypedCommand::masked).map(TypedCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String masked(String word) {
        return word.matches(SECRET) ? word.replaceFirst("(?s)=.*", "=***") : word;
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./*-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
