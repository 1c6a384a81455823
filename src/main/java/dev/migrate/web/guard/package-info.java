/**
 * Who may ask for what: refuses other sites, foreign host names, and steering without the token.
 */
@NullMarked
package dev.migrate.web.guard;

import org.jspecify.annotations.NullMarked;
