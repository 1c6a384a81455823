/**
 * What managers and workers share about a run: what was asked for, the wish to stop, and how things are stored.
 */
@NullMarked
package dev.migrate.engine.run;

import org.jspecify.annotations.NullMarked;
