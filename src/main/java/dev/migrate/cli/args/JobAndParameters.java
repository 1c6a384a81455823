package dev.migrate.cli.args;

import dev.migrate.job.Nearest;
import dev.migrate.job.UserMistake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The {@code key=value} words of a command line: which job, and the parameters that identify its instance. */
public record JobAndParameters(String job, Map<String, String> parameters) {

    // As wide as the columns in which Spring Batch keeps them.
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 2_500;
    private static final String JOB = "job";
    private static final String RESERVED = "migrate.";

    public JobAndParameters {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * Reads the words.
     *
     * @param commands the names of commands, to guess what a lone word was meant to be
     * @throws UserMistake with a sentence for each thing that is wrong
     */
    public static JobAndParameters of(List<String> words, Collection<String> commands) {
        List<String> mistakes = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        words.forEach(word -> mistake(word, values, commands).ifPresent(mistakes::add));
        String job = values.remove(JOB);
        if (mistakes.isEmpty() && job == null) {
            mistakes.add("say which job with job=NAME; the command \"jobs\" lists those defined here, and --help tells"
                    + " the rest");
        }
        if (job == null || !mistakes.isEmpty()) {
            throw new UserMistake(mistakes);
        }
        return new JobAndParameters(job, values);
    }

    /** Reads a word into the values, or says what is wrong with it. */
    private static Optional<String> mistake(String word, Map<String, String> values, Collection<String> commands) {
        int equals = word.indexOf('=');
        if (equals < 0) {
            return Optional.of("\"" + word + "\" is neither a command nor key=value" + guess(word, commands));
        }
        String name = word.substring(0, equals);
        String value = word.substring(equals + 1);
        Optional<String> mistake = mistake(name, value);
        if (mistake.isEmpty() && values.putIfAbsent(name, value) != null) {
            return Optional.of("\"" + name + "\" is given twice; give it once");
        }
        return mistake;
    }

    private static Optional<String> mistake(String name, String value) {
        if (name.isBlank()) {
            return Optional.of("\"" + name + "=" + value + "\" has no key before the =; write key=value");
        }
        if (name.equals(JOB) && value.isBlank()) {
            return Optional.of("job= names no job; write job=NAME");
        }
        if (name.startsWith(RESERVED)) {
            return Optional.of("\"" + name + "\" cannot be a parameter, for names beginning with " + RESERVED
                    + " are taken; choose another name, or write --" + name + "=... to set a property");
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of("the name of parameter \"" + name.substring(0, LONGEST_NAME) + "…\" is longer than "
                    + LONGEST_NAME + " characters; choose a shorter one");
        }
        if (value.length() > LONGEST_VALUE) {
            return Optional.of("the value of \"" + name + "\" is longer than 2,500 characters; give a shorter one");
        }
        return (name + value).indexOf('\0') < 0
                ? Optional.empty()
                : Optional.of("\"" + name + "\" holds a character that no database can store; leave it out");
    }

    private static String guess(String word, Collection<String> commands) {
        return Nearest.to(word, commands)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("; --help tells what can be written here");
    }
}
