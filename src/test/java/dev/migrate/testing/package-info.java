/** What the tests share: one real PostgreSQL server a JVM, a fresh database for each test class. */
@NullMarked
package dev.migrate.testing;

import org.jspecify.annotations.NullMarked;
