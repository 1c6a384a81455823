package dev.migrate.type.compare;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Changes rows of the source at random until it is stopped, and does the same on the target up to fifty changes later. */
final class Replication implements Runnable {

    private static final int FARTHEST_BEHIND = 50;

    private final String source;
    private final String target;
    private final int rows;
    private final Random random;
    private final AtomicInteger done = new AtomicInteger();
    private final Queue<String> onTheWay = new ArrayDeque<>();
    private volatile boolean stopped;
    private volatile @Nullable SQLException failure;

    /** @param rows the greatest id; every thousandth row is left alone */
    Replication(String source, String target, int rows, long seed) {
        this.source = source;
        this.target = target;
        this.rows = rows;
        this.random = new Random(seed);
    }

    /** How many changes the source has seen. */
    int done() {
        return done.get();
    }

    void stop() {
        stopped = true;
    }

    /** Why it ended before it was stopped. */
    Optional<SQLException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void run() {
        try (Connection from = DriverManager.getConnection(source);
                Connection to = DriverManager.getConnection(target);
                Statement ahead = from.createStatement();
                Statement behind = to.createStatement()) {
            while (!stopped) {
                String change = change();
                ahead.execute(change);
                onTheWay.add(change);
                done.incrementAndGet();
                follow(behind, random.nextInt(FARTHEST_BEHIND));
            }
            follow(behind, 0);
        } catch (SQLException e) {
            failure = e;
        }
    }

    private void follow(Statement behind, int distance) throws SQLException {
        while (onTheWay.size() > distance) {
            behind.execute(onTheWay.remove());
        }
    }

    private String change() {
        int id = 1 + random.nextInt(rows);
        int moved = id % 1_000 == 0 ? id - 1 : id;
        return switch (random.nextInt(6)) {
            case 0 -> "delete from posts where id = " + moved;
            case 1, 2 ->
                "insert into posts values (%d, 1, 'back') on conflict (id) do update set title = 'back'"
                        .formatted(moved);
            default -> "update posts set likes = likes + 1 where id = " + moved;
        };
    }
}
