/** Starts the service: settings, wiring, clock and main. */
@NullMarked
package io.minewatch.alerting.app;

import org.jspecify.annotations.NullMarked;
