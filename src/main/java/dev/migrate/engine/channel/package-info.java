/**
 * The step execution request channel: how a worker hears of a partition that waits.
 */
@NullMarked
package dev.migrate.engine.channel;

import org.jspecify.annotations.NullMarked;
