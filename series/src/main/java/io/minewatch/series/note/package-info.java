/** What the archive job notes beside the readings: statistics, and what was told twice. */
@NullMarked
package io.minewatch.series.note;

import org.jspecify.annotations.NullMarked;
