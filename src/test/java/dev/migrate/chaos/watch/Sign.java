package dev.migrate.chaos.watch;

import java.util.Collection;

/** By what one sees that a run goes on after something was taken away. */
@FunctionalInterface
public interface Sign {

    boolean isIn(Sight sight);

    /** Others have claimed these partitions, or they are over. */
    static Sign claimedAnew(Sight before, Collection<Integer> partitions) {
        return later(
                before,
                sight -> partitions.stream().allMatch(number -> {
                    PartitionSight then = before.partitions().get(number);
                    PartitionSight now = sight.partitions().get(number);
                    return then == null || now == null || now.isOver() || now.fence() > then.fence();
                }));
    }

    /** The partition is worked on: a page more, a claim more, or it is over. */
    static Sign workedOn(Sight before, int partition) {
        return later(before, sight -> {
            PartitionSight then = before.partitions().get(partition);
            PartitionSight now = sight.partitions().get(partition);
            return then == null
                    || now == null
                    || now.isOver()
                    || now.fence() > then.fence()
                    || now.page() > then.page();
        });
    }

    /** There is another manager. */
    static Sign takenOver(Sight before) {
        return later(before, sight -> sight.epoch() > before.epoch());
    }

    /** The manager is seen to live again, or there is another one. */
    static Sign seatTakenAgain(Sight before) {
        return later(before, sight -> sight.epoch() > before.epoch() || sight.seat() != before.seat());
    }

    /** A page was committed. */
    static Sign nextPage(Sight before) {
        return later(before, sight -> sight.pages() > before.pages());
    }

    /** A partition was claimed. */
    static Sign nextClaim(Sight before) {
        return later(before, sight -> sight.claims() > before.claims());
    }

    /** A run that is complete, or the next one, is a sign of anything. */
    private static Sign later(Sight before, Sign sign) {
        return sight -> {
            boolean complete = sight.isComplete() && !before.isComplete();
            return sight.run() > before.run() || complete || sign.isIn(sight);
        };
    }
}
