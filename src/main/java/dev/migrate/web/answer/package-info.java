/**
 * How requests are answered that cannot be done: a sentence, as JSON, and the status that goes with it.
 */
@NullMarked
package dev.migrate.web.answer;

import org.jspecify.annotations.NullMarked;
