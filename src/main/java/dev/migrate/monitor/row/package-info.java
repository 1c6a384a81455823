/**
 * What runs leave behind of single rows: findings, rows set aside, and runs that did these again.
 */
@NullMarked
package dev.migrate.monitor.row;

import org.jspecify.annotations.NullMarked;
