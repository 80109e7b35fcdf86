/** Which server keeps the series, where, and as whom we come. */
@NullMarked
package io.minewatch.series.server;

import org.jspecify.annotations.NullMarked;
