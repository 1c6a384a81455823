/**
 * The job type copy: builds a table from a query, page by page, in the same database or in another one.
 */
@NullMarked
package dev.migrate.type.copy;

import org.jspecify.annotations.NullMarked;
