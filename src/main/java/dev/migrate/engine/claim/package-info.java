/**
 * A worker's right to a partition: how it is gained, what an attempt has done with it, how it ends.
 */
@NullMarked
package dev.migrate.engine.claim;

import org.jspecify.annotations.NullMarked;
