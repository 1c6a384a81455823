@NullMarked
package dev.migrate.database.embedded;

import org.jspecify.annotations.NullMarked;
