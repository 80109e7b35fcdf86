/** Siddhi behind the contract of peers; on a class path of its own, for benchmarks alone. */
@NullMarked
package io.minewatch.bench.siddhi;

import org.jspecify.annotations.NullMarked;
