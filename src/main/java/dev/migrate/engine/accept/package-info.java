/**
 * Which of the runs that go on a worker works for, and why not for the others.
 */
@NullMarked
package dev.migrate.engine.accept;

import org.jspecify.annotations.NullMarked;
