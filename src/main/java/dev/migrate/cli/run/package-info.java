/**
 * Runs a job from the command line: progress, Ctrl-C, result, report.
 */
@NullMarked
package dev.migrate.cli.run;

import org.jspecify.annotations.NullMarked;
