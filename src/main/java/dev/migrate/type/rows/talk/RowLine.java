package dev.migrate.type.rows.talk;

import dev.migrate.job.key.KeyValue;

/** A row as a program reads it: a line of JSON, its end included. Nobody changes the bytes. */
public final class RowLine {

    private static final byte LINE_FEED = '\n';

    private final KeyValue key;
    private final byte[] line;

    private RowLine(KeyValue key, byte[] line) {
        this.key = key;
        this.line = line;
    }

    /**
     * Makes a line of JSON as a server writes it: with white space between its tokens that would end the line, inside values
     * of type json. Within its strings there is none, for JSON escapes it there.
     */
    public static RowLine of(KeyValue key, byte[] json) {
        byte[] line = new byte[json.length + 1];
        for (int i = 0; i < json.length; i++) {
            line[i] = json[i] == LINE_FEED || json[i] == '\r' ? (byte) ' ' : json[i];
        }
        line[json.length] = LINE_FEED;
        return new RowLine(key, line);
    }

    public KeyValue key() {
        return key;
    }

    byte[] bytes() {
        return line;
    }

    public int length() {
        return line.length;
    }
}
