/** Readings that cannot be right: spikes, entry errors, a sensor that runs wild. */
@NullMarked
package io.minewatch.judge.plausible;

import org.jspecify.annotations.NullMarked;
