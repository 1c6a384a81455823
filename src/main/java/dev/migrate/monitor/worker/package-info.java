/**
 * Who works on a run, on what, and what holds them back.
 */
@NullMarked
package dev.migrate.monitor.worker;

import org.jspecify.annotations.NullMarked;
