/**
 * What commands show without running anything: plans, jobs, executions, findings.
 */
@NullMarked
package dev.migrate.cli.show;

import org.jspecify.annotations.NullMarked;
