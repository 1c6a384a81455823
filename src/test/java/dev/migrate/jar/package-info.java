/** The built jar as its users run it: real processes, which are interrupted, frozen and killed. */
@NullMarked
package dev.migrate.jar;

import org.jspecify.annotations.NullMarked;
