/** Counts and sums up what the archive job writes of each hour, and tells it once it is safe. */
@NullMarked
package io.minewatch.jobs.root;

import org.jspecify.annotations.NullMarked;
