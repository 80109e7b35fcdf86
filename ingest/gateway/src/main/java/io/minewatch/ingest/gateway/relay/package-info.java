/** The one thread that writes the queue and sends from it, and its line to the platform. */
@NullMarked
package io.minewatch.ingest.gateway.relay;

import org.jspecify.annotations.NullMarked;
