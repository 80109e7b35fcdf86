/** How messages travel and rest inside Flink: our own serializers, never Kryo. */
@NullMarked
package io.minewatch.ingest.record;

import org.jspecify.annotations.NullMarked;
