/** Esper behind the contract of peers. It is GPL: built on request, for benchmarks alone. */
@NullMarked
package io.minewatch.bench.esper;

import org.jspecify.annotations.NullMarked;
