/** Wires broker, jobs, alerting, series store and simulated mine into one JVM. */
@NullMarked
package io.minewatch.standalone.app;

import org.jspecify.annotations.NullMarked;
