package dev.migrate.cli.args;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a command line as they were given, to be sorted for those who read them. */
public record Arguments(List<String> given) {

    public Arguments {
        given = List.copyOf(given);
    }

    /** Spring properties: options with a dot in their name. */
    public List<String> spring() {
        return given.stream().filter(Arguments::isSpring).toList();
    }

    /**
     * All other words. The name of a subcommand comes first wherever it stood, so that options may stand before it too.
     *
     * @param subcommands the names there are
     * @param withValue options behind which the next word may be their value
     */
    public List<String> commandFirst(Set<String> subcommands, Set<String> withValue) {
        List<String> words = new ArrayList<>();
        boolean named = false;
        String before = "";
        for (String word : given.stream().filter(w -> !isSpring(w)).toList()) {
            boolean names = !named && subcommands.contains(word) && !withValue.contains(before);
            words.add(names ? 0 : words.size(), word);
            named |= names;
            before = word;
        }
        return words;
    }

    private static boolean isSpring(String word) {
        String name = word.replaceFirst("(?s)=.*", "");
        return name.startsWith("--") && name.contains(".");
    }
}
