@NullMarked
package dev.migrate.definition.yaml;

import org.jspecify.annotations.NullMarked;
