/** The values that go into the queue and come out of it. */
@NullMarked
package io.minewatch.ingest.gateway.kept;

import org.jspecify.annotations.NullMarked;
