/** A simulated mine: seeded, without a clock, the same for the same seed, plan and script. */
@NullMarked
package io.minewatch.ingest.simulator;

import org.jspecify.annotations.NullMarked;
