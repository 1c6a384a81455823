package dev.migrate.type.compare.key;

import dev.migrate.job.key.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of several tables by which all of them can be walked along in the same order.
 *
 * @param keys one for each table, in order
 * @param order what the order depends on, in words; null: on nothing but the types of the keys
 * @param notes what a user should know of the order, a sentence each
 */
public record MatchedKeys(List<Key> keys, @Nullable String order, List<String> notes) {

    public MatchedKeys {
        keys = List.copyOf(keys);
        notes = List.copyOf(notes);
    }

    /** Those of the first tables. */
    public List<Key> first(int tables) {
        return keys.subList(0, tables);
    }

    /** Those of the last tables. */
    public List<Key> last(int tables) {
        return keys.subList(keys.size() - tables, keys.size());
    }

    /** Whether each is one integer column. */
    public boolean areIntegers() {
        return keys.stream().allMatch(Key::isInteger);
    }
}
