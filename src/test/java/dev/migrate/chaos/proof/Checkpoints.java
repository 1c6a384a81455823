package dev.migrate.chaos.proof;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the repository counts must be what the target has committed. */
final class Checkpoints {

    /** A partition's place. */
    record Place(long instance, int partition, long page) {}

    private static final String CLAIM = "checkpoints agree with partitions";
    private static final String REPOSITORY =
            "select instance_id as instance, number as partition, page from migrate.partition order by 1, 2";
    private static final String TARGET = "select instance, partition, page from migrate.checkpoint order by 1, 2";

    private Checkpoints() {}

    static Proof agree(Evidence evidence) {
        return Proof.of(CLAIM, () -> compare(evidence));
    }

    private static Proof compare(Evidence evidence) {
        List<Place> counted = places(evidence.repository(), REPOSITORY);
        List<Place> committed = places(evidence.target(), TARGET);
        return new Proof(
                CLAIM,
                counted.equals(committed),
                "%d partitions with %d pages, %d checkpoints with %d pages%s"
                        .formatted(
                                counted.size(),
                                pages(counted),
                                committed.size(),
                                pages(committed),
                                firstDifference(counted, committed)));
    }

    private static String firstDifference(List<Place> counted, List<Place> committed) {
        for (int i = 0; i < Math.max(counted.size(), committed.size()); i++) {
            Place here = i < counted.size() ? counted.get(i) : null;
            Place there = i < committed.size() ? committed.get(i) : null;
            if (!Objects.equals(here, there)) {
                return "; the first to differ: " + here + " and " + there;
            }
        }
        return "";
    }

    private static long pages(List<Place> places) {
        return places.stream().mapToLong(Place::page).sum();
    }

    private static List<Place> places(JdbcClient db, String sql) {
        return db.sql(sql).query(Place.class).list();
    }
}
