/**
 * What pages show live: read once a second for all who look at the same, sent to each as fast as it takes it.
 */
@NullMarked
package dev.migrate.web.live;

import org.jspecify.annotations.NullMarked;
