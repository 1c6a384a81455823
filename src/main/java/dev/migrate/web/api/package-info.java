/**
 * REST: what is asked and answered under {@code /api}.
 */
@NullMarked
package dev.migrate.web.api;

import org.jspecify.annotations.NullMarked;
