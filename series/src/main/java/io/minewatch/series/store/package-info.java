/** The words of recorded series: what one series is, how it is written as lines, how it is read. */
@NullMarked
package io.minewatch.series.store;

import org.jspecify.annotations.NullMarked;
