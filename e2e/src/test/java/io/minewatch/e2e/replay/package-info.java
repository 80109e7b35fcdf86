/** Recorded and wrong input through the whole wire, against a real InfluxDB. */
@NullMarked
package io.minewatch.e2e.replay;

import org.jspecify.annotations.NullMarked;
