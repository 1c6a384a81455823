@NullMarked
package dev.migrate.job.throttle;

import org.jspecify.annotations.NullMarked;
