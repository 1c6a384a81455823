package dev.migrate.type.rows.talk;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a program answers to a row: {@code {}}, or an object with an error. */
final class Answer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ERROR = "error";
    private static final int SHOWN = 200;
    private static final int LONGEST = 5_000;

    private Answer() {}

    /**
     * The error of an answer; null if there is none.
     *
     * @throws IllegalArgumentException if it is not an answer, with what the program did as the rest of a sentence
     */
    static @Nullable String error(byte[] buffer, int from, int length) {
        JsonNode answer = read(buffer, from, length);
        JsonNode error = answer.path(ERROR);
        boolean known = answer.isObject() && answer.size() == (error.isMissingNode() ? 0 : 1);
        if (!known || !(error.isString() || error.isNull() || error.isMissingNode())) {
            throw notAnAnswer(buffer, from, length);
        }
        return error.isString() ? cut(error.stringValue()) : null;
    }

    /** A window of rows with large errors would not fit into memory; what is shown of one is shorter yet. */
    private static String cut(String error) {
        return error.length() > LONGEST ? error.substring(0, LONGEST) : error;
    }

    private static JsonNode read(byte[] buffer, int from, int length) {
        try {
            return JSON.readTree(buffer, from, length);
        } catch (JacksonException e) {
            throw notAnAnswer(buffer, from, length);
        }
    }

    private static IllegalArgumentException notAnAnswer(byte[] buffer, int from, int length) {
        String line = new String(buffer, from, Math.min(length, SHOWN), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\uFFFD]", " ")
                .strip();
        String shown = line.isEmpty() ? "an empty line" : line + (length > SHOWN ? "…" : "");
        return new IllegalArgumentException(
                "answered neither {} nor {\"error\": \"…\"}, one line for each row, but: " + shown);
    }
}
