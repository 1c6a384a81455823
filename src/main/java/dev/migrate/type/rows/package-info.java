/**
 * The job type rows: code of your own for every row.
 */
@NullMarked
package dev.migrate.type.rows;

import org.jspecify.annotations.NullMarked;
