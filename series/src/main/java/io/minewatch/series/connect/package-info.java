/** Finds out which server stands at an address and opens what fits it. */
@NullMarked
package io.minewatch.series.connect;

import org.jspecify.annotations.NullMarked;
