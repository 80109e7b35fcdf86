/**
 * What is sent: mines of every size with their plans, pre-encoded messages, and a script of faults,
 * all drawn from one seed.
 */
@NullMarked
package io.minewatch.bench.workload;

import org.jspecify.annotations.NullMarked;
