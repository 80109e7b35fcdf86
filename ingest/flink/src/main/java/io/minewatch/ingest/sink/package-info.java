/** MQTT as a sink of a Flink job: a checkpoint waits until the broker has confirmed everything. */
@NullMarked
package io.minewatch.ingest.sink;

import org.jspecify.annotations.NullMarked;
