/** Judges stored readings anew: what a change would have done, and whether a finding stands. */
@NullMarked
package io.minewatch.alerting.backtest;

import org.jspecify.annotations.NullMarked;
