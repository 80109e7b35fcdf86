package io.minewatch.alerting.load;

import java.time.Duration;

/**
 * The figures of ISA-18.2 by which a load is judged, from a rule pack.
 *
 * @param window over which alarms are counted
 * @param floodFrom more alarms than this within the window begin a flood
 * @param floodBelow fewer alarms than this within the window end it
 * @param chatterCount so many times the same alarm within the chatter window is chattering
 * @param stale an alarm that stands longer than this
 * @param top how many of the most frequent alarms are named
 */
public record LoadRules(
    Duration window,
    int floodFrom,
    int floodBelow,
    int chatterCount,
    Duration chatterWindow,
    Duration stale,
    int top) {
  public LoadRules {
    if (!(floodBelow <= floodFrom) || chatterCount < 2 || top < 1) {
      throw new IllegalArgumentException(
          "a flood ends below where it begins, chatter is twice or more, and somebody is named");
    }
    if (window.isNegative() || window.isZero() || chatterWindow.isNegative()) {
      throw new IllegalArgumentException("windows of time must be positive");
    }
  }
}
