/**
 * What judging costs alone, by JMH, with the real rule packs: CPU for a reading, bytes for a point.
 */
@NullMarked
package io.minewatch.bench.kernel;

import org.jspecify.annotations.NullMarked;
