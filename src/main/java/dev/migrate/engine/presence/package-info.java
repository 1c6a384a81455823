/**
 * A process's one session with the repository, by whose advisory locks everybody knows that it lives.
 */
@NullMarked
package dev.migrate.engine.presence;

import org.jspecify.annotations.NullMarked;
