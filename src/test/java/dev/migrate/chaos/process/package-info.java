/** The processes of the jar: started, hit, looked after. */
@NullMarked
package dev.migrate.chaos.process;

import org.jspecify.annotations.NullMarked;
