package dev.migrate.web.live;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What there is to see at one moment.
 *
 * @param parts JSON by the name of the event that carries it
 * @param last whether nothing will change any more
 */
public record Frame(Map<String, String> parts, boolean last) {

    static final Frame EMPTY = new Frame(Map.of(), false);

    public Frame {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The same with another part, or that part changed. */
    Frame with(String name, String json) {
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.put(name, json);
        return new Frame(all, last);
    }
}
