package dev.migrate.job;

import java.util.List;

/**
 * Something that only the user can put right: on the command line, in a file, in a database. Each mistake is a sentence that
 * says what, where and what to do, fit to be shown as it is.
 */
public final class UserMistake extends RuntimeException {

    private final transient List<String> sentences;

    public UserMistake(String sentence) {
        this(List.of(sentence));
    }

    public UserMistake(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public UserMistake(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentences = List.of(sentence);
    }

    public List<String> sentences() {
        return sentences;
    }
}
