/**
 * The JSON that the command line and the web interface share: objects as maps whose keys keep their order.
 */
@NullMarked
package dev.migrate.monitor.json;

import org.jspecify.annotations.NullMarked;
