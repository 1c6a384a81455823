@NullMarked
package dev.migrate.database.settings;

import org.jspecify.annotations.NullMarked;
