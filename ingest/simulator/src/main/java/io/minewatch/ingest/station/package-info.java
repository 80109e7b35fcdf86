/** The gateways of a simulated mine: from ticks to messages on the broker. */
@NullMarked
package io.minewatch.ingest.station;

import org.jspecify.annotations.NullMarked;
