/**
 * What your own code for every row implements and is given. A leaf: Java, and Spring's JdbcClient.
 */
@NullMarked
package dev.migrate.handler;

import org.jspecify.annotations.NullMarked;
