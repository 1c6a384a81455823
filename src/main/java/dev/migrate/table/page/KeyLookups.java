package dev.migrate.table.page;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.KeyRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.springframework.batch.infrastructure.item.ItemStreamException;

/** Asks all sides of a key space at the same time. Thread-safe. */
final class KeyLookups {

    @FunctionalInterface
    private interface Question {
        Optional<KeyValue> ask(KeyRows side) throws SQLException;
    }

    @FunctionalInterface
    private interface Choice {
        Optional<KeyValue> of(List<KeyValue> answers) throws SQLException;
    }

    private static final String BRIEFLY = "set local statement_timeout = '2s'";

    private final List<KeyRows> sides = new ArrayList<>();
    private final KeyOrder order;
    private final Executor executor;

    KeyLookups(Databases databases, KeySpace space, Executor executor) {
        this(space, executor, side -> new Query(databases.dataSource(side.database())));
    }

    private KeyLookups(KeySpace space, Executor executor, Function<RowSource, Query> queries) {
        for (RowSource side : space.sides()) {
            sides.add(new KeyRows(side, queries.apply(side)));
        }
        this.order = new KeyOrder(space.first(), queries.apply(space.first()));
        this.executor = executor;
    }

    /** Those of which each is given up by its database when it takes longer than it is worth. */
    static KeyLookups brief(Databases databases, KeySpace space, Executor executor) {
        return new KeyLookups(space, executor, side -> new Query(databases.dataSource(side.database())).under(BRIEFLY));
    }

    /** The least of the sides' n-th keys in the range; empty if every side has fewer. */
    CompletableFuture<Optional<KeyValue>> nth(KeyRange range, long n) {
        return ask(side -> side.nth(range, n), order::least);
    }

    /** The greatest of the sides' keys in the range. */
    CompletableFuture<Optional<KeyValue>> last(KeyRange range) {
        return ask(side -> side.last(range), order::greatest);
    }

    /** How many rows the range has, on the side that has more. */
    long count(KeyRange range) throws SQLException {
        long most = 0;
        for (KeyRows side : sides) {
            most = Math.max(most, side.count(range));
        }
        return most;
    }

    /** The greatest key in the range now, for whoever opens it. */
    Optional<KeyValue> end(KeyRange range) {
        try {
            return await(last(range));
        } catch (SQLException e) {
            throw new ItemStreamException("cannot find the end of the range " + range, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ItemStreamException("interrupted while finding the end of the range " + range, e);
        }
    }

    /** Waits for an answer. */
    static Optional<KeyValue> await(CompletableFuture<Optional<KeyValue>> answer)
            throws SQLException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Optional<KeyValue>> ask(Question question, Choice choice) {
        List<CompletableFuture<Optional<KeyValue>>> answers = sides.stream()
                .map(side -> CompletableFuture.supplyAsync(() -> answer(question, side), executor))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> choose(choice, answers));
    }

    private static Optional<KeyValue> answer(Question question, KeyRows side) {
        try {
            return question.ask(side);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static Optional<KeyValue> choose(Choice choice, List<CompletableFuture<Optional<KeyValue>>> answers) {
        try {
            return choice.of(answers.stream().flatMap(a -> a.join().stream()).toList());
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
