@NullMarked
package dev.migrate.cli.notify;

import org.jspecify.annotations.NullMarked;
