/** What is told to Prometheus of readings, findings, calls and steps; bounded tags, no names. */
@NullMarked
package io.minewatch.alerting.meter;

import org.jspecify.annotations.NullMarked;
