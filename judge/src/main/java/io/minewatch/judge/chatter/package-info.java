/** Conditions that come and go too often: one condition, and work for maintenance. */
@NullMarked
package io.minewatch.judge.chatter;

import org.jspecify.annotations.NullMarked;
