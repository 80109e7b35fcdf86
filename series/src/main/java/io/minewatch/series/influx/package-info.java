/** InfluxDB 1.x, 2.x and what speaks like it: writing lines, reading by InfluxQL. */
@NullMarked
package io.minewatch.series.influx;

import org.jspecify.annotations.NullMarked;
