/**
 * Makes the target of a comparison agree with its source: what is found to differ is mended in the transaction of its page.
 */
@NullMarked
package dev.migrate.type.compare.repair;

import org.jspecify.annotations.NullMarked;
