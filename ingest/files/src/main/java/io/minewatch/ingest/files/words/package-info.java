/** What mines write for measures, units, states and switches, as data. */
@NullMarked
package io.minewatch.ingest.files.words;

import org.jspecify.annotations.NullMarked;
