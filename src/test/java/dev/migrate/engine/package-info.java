/** The engine, driven with a job type that leaves a trace of every page. */
@NullMarked
package dev.migrate.engine;

import org.jspecify.annotations.NullMarked;
