/** The manager step and what it keeps in the repository. */
@NullMarked
package dev.migrate.engine.manager;

import org.jspecify.annotations.NullMarked;
