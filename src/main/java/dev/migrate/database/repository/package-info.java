/** What several parts do to the repository's tables, or tell about them. */
@NullMarked
package dev.migrate.database.repository;

import org.jspecify.annotations.NullMarked;
