/** What all parts of a simulated mine share: its settings and its chance. */
@NullMarked
package io.minewatch.ingest.world;

import org.jspecify.annotations.NullMarked;
