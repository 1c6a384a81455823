package dev.migrate.table.page;

import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
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
 * @param order what the order in which the range was cut depends on; null if that was the natural one, of which nothing is known
 */
public record RangeProgress(
        KeyRange range,
        @Nullable KeyValue position,
        long page,
        @Nullable String order) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String LOWER = "lower";
    private static final String UPPER = "upper";
    private static final String POSITION = "position";
    private static final String PAGE = "page";
    private static final String ORDER = "order";

    public RangeProgress {
        if (page < 0) {
            throw new IllegalArgumentException("a range cannot have " + page + " pages done");
        }
    }

    public RangeProgress(KeyRange range, @Nullable KeyValue position, long page) {
        this(range, position, page, null);
    }

    /** A range of which nothing is done. */
    public static RangeProgress of(KeyRange range) {
        return of(range, null);
    }

    /** A range of which nothing is done. */
    public static RangeProgress of(KeyRange range, @Nullable String order) {
        return new RangeProgress(range, null, 0, order);
    }

    /** What a context says; nothing done of everything, if it says nothing. */
    public static RangeProgress from(ExecutionContext context) {
        return from(context.toMap());
    }

    public static RangeProgress from(Map<String, ?> context) {
        // A JSON context may give back a small number as an Integer.
        Object page = context.get(PAGE);
        Object order = context.get(ORDER);
        return new RangeProgress(
                KeyRange.between(key(context.get(LOWER)), key(context.get(UPPER))),
                key(context.get(POSITION)),
                page instanceof Number number ? number.longValue() : 0,
                order == null ? null : order.toString());
    }

    public Map<String, Object> toMap() {
        Map<String, Object> context = new LinkedHashMap<>();
        put(context, LOWER, range.lower());
        put(context, UPPER, range.upper());
        put(context, POSITION, position);
        context.put(PAGE, page);
        if (order != null) {
            context.put(ORDER, order);
        }
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
        return new RangeProgress(range, end, page + 1, order);
    }

    /** The same with another end, which must not lie before its position. */
    public RangeProgress endingAt(KeyValue upper) {
        return new RangeProgress(range.upTo(upper), position, page, order);
    }

    /** A range of its own, of which nothing is done: what lies above a key of this one. */
    public RangeProgress beyond(KeyValue key) {
        return of(range.above(key), order);
    }

    /**
     * To be called before the range is worked on.
     *
     * @throws UserMistake if it was cut in another order than keys have now: some rows would be in no range, others in two; or if
     *     what is done with its rows has become something else
     */
    void demandOrder(KeySpace space) {
        boolean same = order == null ? range.isOneKey() || space.isNatural() : order.equals(space.order());
        if (!same) {
            throw new UserMistake(
                    "the run was begun while keys were sorted, or rows compared, otherwise (%s) than they are now (%s), so that its parts would not fit together; begin anew with --reset"
                            .formatted(inWords(order), inWords(space.order())));
        }
    }

    private static String inWords(@Nullable String order) {
        return order == null ? "in their natural order" : order;
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
