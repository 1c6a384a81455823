package dev.migrate.definition;

import dev.migrate.job.throttle.Throttle;
import org.jspecify.annotations.Nullable;

/**
 * What a job of any type may say.
 *
 * @param type the name of the job's type
 * @param partitions how many; null: chosen from the number of rows
 * @param pageSize in rows; null: adapted to the time that pages take
 * @param throttle the brakes of its runs
 */
public record CommonSettings(
        String type, @Nullable Integer partitions, @Nullable Integer pageSize, Throttle throttle) {

    private static final int MOST_PARTITIONS = 1_000_000;
    private static final int LARGEST_PAGE = 10_000_000;

    public CommonSettings(
            String type, @Nullable Integer partitions, @Nullable Integer pageSize, @Nullable Throttle throttle) {
        this.type = type;
        this.partitions = partitions;
        this.pageSize = pageSize;
        this.throttle = throttle == null ? Throttle.NONE : throttle;
        check("partitions", partitions, MOST_PARTITIONS);
        check("page-size", pageSize, LARGEST_PAGE);
    }

    private static void check(String key, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new IllegalArgumentException("\"%s\" must be from 1 to %d, not %d".formatted(key, most, value));
        }
    }
}
