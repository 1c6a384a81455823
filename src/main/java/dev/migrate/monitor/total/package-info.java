/**
 * What all runs that go on have done, for whoever measures it over time.
 */
@NullMarked
package dev.migrate.monitor.total;

import org.jspecify.annotations.NullMarked;
