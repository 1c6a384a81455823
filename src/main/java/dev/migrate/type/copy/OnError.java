package dev.migrate.type.copy;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of rows that the target refuses.
 *
 * @param skip how many of them, in the whole run, are set aside; one more fails its partition
 */
public record OnError(@DefaultValue("0") long skip) {

    public OnError {
        if (skip < 0) {
            throw new IllegalArgumentException("\"skip\" is a number of rows, from 0, not " + skip);
        }
    }
}
