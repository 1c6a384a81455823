package dev.migrate.table.page;

import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the work on a range has come, as it stands in a Spring Batch execution context: keys as JSON arrays of texts,
 * those that there are not left out.
 *
 * @param position the last key that is done; null if none is
 * @param page how many pages are done
 */
public record RangeProgress(KeyRange range, @Nullable KeyValue position, long page) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String LOWER = "lower";
    private static final String UPPER = "upper";
    private static final String POSITION = "position";
    private static final String PAGE = "page";

    public RangeProgress {
        if (page < 0) {
            throw new IllegalArgumentException("a range cannot have " + page + " pages done");
        }
    }

    /** A range of which nothing is done. */
    public static RangeProgress of(KeyRange range) {
        return new RangeProgress(range, null, 0);
    }

    /** What a context says; nothing done of everything, if it says nothing. */
    public static RangeProgress from(ExecutionContext context) {
        return from(context.toMap());
    }

    public static RangeProgress from(Map<String, ?> context) {
        // A JSON context may give back a small number as an Integer.
        Object page = context.get(PAGE);
        return new RangeProgress(
                KeyRange.between(key(context.get(LOWER)), key(context.get(UPPER))),
                key(context.get(POSITION)),
                page instanceof Number number ? number.longValue() : 0);
    }

    public Map<String, Object> toMap() {
        Map<String, Object> context = new LinkedHashMap<>();
        put(context, LOWER, range.lower());
        put(context, UPPER, range.upper());
        put(context, POSITION, position);
        context.put(PAGE, page);
        return context;
    }

    public void writeTo(ExecutionContext context) {
        toMap().forEach(context::put);
    }

    /** What is left to do. */
    public KeyRange rest() {
        return range.above(position);
    }

    /** Whether nothing is left, as far as can be told without asking the database. */
    public boolean isFinished() {
        return position != null && position.equals(range.upper());
    }

    /** The same, one page further. */
    public RangeProgress next(KeyValue end) {
        return new RangeProgress(range, end, page + 1);
    }

    RangeProgress endingAt(KeyValue upper) {
        return new RangeProgress(range.upTo(upper), position, page);
    }

    private static void put(Map<String, Object> context, String name, @Nullable KeyValue key) {
        if (key != null) {
            context.put(name, JSON.writeValueAsString(key.parts()));
        }
    }

    private static @Nullable KeyValue key(@Nullable Object json) {
        return json == null ? null : new KeyValue(List.of(JSON.readValue(json.toString(), String[].class)));
    }
}
