/** A recorded series as a gateway sends it. */
@NullMarked
package io.minewatch.ingest.replay;

import org.jspecify.annotations.NullMarked;
