/** Writes the dashboards to files. */
@NullMarked
package io.minewatch.dashboards.app;

import org.jspecify.annotations.NullMarked;
