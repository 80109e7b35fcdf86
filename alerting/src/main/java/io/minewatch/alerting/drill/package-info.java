/** Exercises on the real path: a script whose findings are told as real ones, marked as a drill. */
@NullMarked
package io.minewatch.alerting.drill;

import org.jspecify.annotations.NullMarked;
