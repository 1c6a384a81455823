package dev.migrate.chaos.proof;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where to look, and what is expected.
 *
 * @param rows how many the table has
 * @param rounds how many runs were completed over it
 */
public record Evidence(JdbcClient repository, JdbcClient target, long rows, int rounds) {}
