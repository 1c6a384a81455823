package dev.migrate.type.compare.side;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Asks all tables of both sides at the same time: the first one on the calling thread, the others on the executor. The tables
 * of one side are as one: what they answer is put together. Thread-safe.
 */
public final class BothSides {

    /** What is asked of a table. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Side table) throws SQLException;
    }

    private final List<Side> sources;
    private final List<Side> targets;
    private final Executor executor;

    public BothSides(List<Side> sources, List<Side> targets, Executor executor) {
        this.sources = List.copyOf(sources);
        this.targets = List.copyOf(targets);
        this.executor = executor;
    }

    public List<Side> targets() {
        return targets;
    }

    /** Both answers; returns or throws only when no table is busy any more. */
    public <T> Both<T> ask(Question<T> question, BinaryOperator<T> together) throws SQLException, InterruptedException {
        List<T> answers =
                answers(Stream.concat(sources.stream(), targets.stream()).toList(), question);
        return new Both<>(
                answers.stream().limit(sources.size()).reduce(together).orElseThrow(),
                answers.stream().skip(sources.size()).reduce(together).orElseThrow());
    }

    /** Likewise, but the target is asked when the source has answered: what is on its way to it has longer to arrive. */
    public <T> Both<T> askInTurn(Question<T> question, BinaryOperator<T> together)
            throws SQLException, InterruptedException {
        T source = answers(sources, question).stream().reduce(together).orElseThrow();
        return new Both<>(
                source, answers(targets, question).stream().reduce(together).orElseThrow());
    }

    private <T> List<T> answers(List<Side> tables, Question<T> question) throws SQLException, InterruptedException {
        List<FutureTask<T>> asked = tables.stream()
                .map(table -> new FutureTask<>(() -> question.ask(table)))
                .toList();
        asked.stream().skip(1).forEach(executor::execute);
        asked.get(0).run();
        List<T> answers = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (FutureTask<T> task : asked) {
            try {
                answers.add(task.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        if (!failures.isEmpty()) {
            throw failure(failures.get(0));
        }
        return answers;
    }

    private static SQLException failure(Throwable cause) {
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        if (cause instanceof SQLException sql) {
            return sql;
        }
        throw new IllegalStateException(cause);
    }
}
