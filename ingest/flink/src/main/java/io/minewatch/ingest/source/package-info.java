/**
 * MQTT as a source of a Flink job: messages go in at once and are acknowledged after the
 * checkpoint.
 */
@NullMarked
package io.minewatch.ingest.source;

import org.jspecify.annotations.NullMarked;
