/** The recorded sets: what their files hold, as data, and how they are replayed as a mine. */
@NullMarked
package io.minewatch.ingest.recorded;

import org.jspecify.annotations.NullMarked;
