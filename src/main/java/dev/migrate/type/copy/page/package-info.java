/**
 * What happens to one page of a copy.
 */
@NullMarked
package dev.migrate.type.copy.page;

import org.jspecify.annotations.NullMarked;
