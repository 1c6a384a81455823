/**
 * What the repository holds of a job instance for its managers: the run, its partitions, the attempts at them.
 */
@NullMarked
package dev.migrate.engine.instance;

import org.jspecify.annotations.NullMarked;
