package dev.migrate.monitor.history;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a run: an execution began or ended, or somebody steered it.
 *
 * @param event {@code started}, {@code resumed} or {@code ended}, or the verb with which it was steered
 * @param at when an execution began and ended by the clock of the machine that managed it, what was asked by the server's, in
 *     the time zone of who reads it
 * @param by who asked; null: nobody
 * @param detail the status and reason at an end, or what was asked for
 */
public record LogEntry(
        long execution,
        String event,
        @Nullable LocalDateTime at,
        @Nullable String by,
        @Nullable String detail) {}
