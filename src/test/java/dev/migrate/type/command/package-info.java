@NullMarked
package dev.migrate.type.command;

import org.jspecify.annotations.NullMarked;
