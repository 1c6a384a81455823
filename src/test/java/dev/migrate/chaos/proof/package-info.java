/** What must hold in the end, asked of the tables alone. */
@NullMarked
package dev.migrate.chaos.proof;

import org.jspecify.annotations.NullMarked;
