/**
 * The Flink job that most teams would write first: one record for each reading, a JSON tree for
 * each message, keyed by sensor, default settings. Written with care, and without tricks.
 */
@NullMarked
package io.minewatch.bench.textbook;

import org.jspecify.annotations.NullMarked;
