/** What {@code config/application.yml} says of the repository and of the databases, checked; never shows a password. */
@NullMarked
package dev.migrate.database.settings;

import org.jspecify.annotations.NullMarked;
