/** The programs: settings, clock and wiring of simulator and replayer. */
@NullMarked
package io.minewatch.ingest.app;

import org.jspecify.annotations.NullMarked;
