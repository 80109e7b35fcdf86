/**
 * The limit harness: the same messages judged with nothing in the way but the machine. A scanner
 * for the one form that is sent, state in arrays, no engine, no restart, no supervision.
 */
@NullMarked
package io.minewatch.bench.limit;

import org.jspecify.annotations.NullMarked;
