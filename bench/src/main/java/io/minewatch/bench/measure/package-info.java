/** How a run is timed: CPU time in interleaved pairs, medians with their range, heap after GC. */
@NullMarked
package io.minewatch.bench.measure;

import org.jspecify.annotations.NullMarked;
