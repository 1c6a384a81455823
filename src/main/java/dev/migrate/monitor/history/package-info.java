/**
 * What ran: executions, and what was asked of them by hand.
 */
@NullMarked
package dev.migrate.monitor.history;

import org.jspecify.annotations.NullMarked;
