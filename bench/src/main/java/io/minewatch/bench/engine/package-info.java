/** Runs a Flink job on a local cluster inside this process, fed from memory. */
@NullMarked
package io.minewatch.bench.engine;

import org.jspecify.annotations.NullMarked;
