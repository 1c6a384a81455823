/** Sees in the tables how a run fares, and how long it takes to recover. */
@NullMarked
package dev.migrate.chaos.watch;

import org.jspecify.annotations.NullMarked;
