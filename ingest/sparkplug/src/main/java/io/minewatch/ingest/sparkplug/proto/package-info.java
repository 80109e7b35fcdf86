/** Reads and writes Sparkplug B's protobuf payloads. */
@NullMarked
package io.minewatch.ingest.sparkplug.proto;

import org.jspecify.annotations.NullMarked;
