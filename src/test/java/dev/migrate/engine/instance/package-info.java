/** What managers hold of a job instance. */
@NullMarked
package dev.migrate.engine.instance;

import org.jspecify.annotations.NullMarked;
