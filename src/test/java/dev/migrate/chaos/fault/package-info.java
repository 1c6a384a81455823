/** What is done to a run, and when: nothing but the seed decides. */
@NullMarked
package dev.migrate.chaos.fault;

import org.jspecify.annotations.NullMarked;
