/** The program: settings, clocks and wiring of the gateway. */
@NullMarked
package io.minewatch.ingest.gateway.app;

import org.jspecify.annotations.NullMarked;
