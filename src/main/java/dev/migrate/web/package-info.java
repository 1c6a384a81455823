/**
 * The dashboard: a page, REST, health and metrics, for whoever watches a run and steers it from elsewhere.
 */
@NullMarked
package dev.migrate.web;

import org.jspecify.annotations.NullMarked;
