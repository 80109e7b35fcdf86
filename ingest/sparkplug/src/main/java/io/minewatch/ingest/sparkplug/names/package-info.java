/** Which metric of which edge node is which point. */
@NullMarked
package io.minewatch.ingest.sparkplug.names;

import org.jspecify.annotations.NullMarked;
