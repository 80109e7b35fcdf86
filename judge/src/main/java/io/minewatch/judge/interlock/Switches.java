package io.minewatch.judge.interlock;

import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.judge.watch.Newest;
import java.util.List;

/**
 * How the switches of one interlock stand.
 *
 * @param on how many are known to be on
 * @param off how many are known to be off
 * @param which the points that are on, and those that are off, as text
 */
record Switches(int on, int off, int all, String which, String whichOff) {
  /** As they stand now. */
  static Switches of(List<InterlockRule.Switch> switches, Newest newest) {
    StringBuilder isOn = new StringBuilder();
    StringBuilder isOff = new StringBuilder();
    int on = 0;
    int off = 0;
    for (InterlockRule.Switch each : switches) {
      double value = newest.of(each.point());
      if (Double.isNaN(value)) {
        continue;
      }
      boolean stands = (value >= 0.5) == (each.on() == 1);
      on += stands ? 1 : 0;
      off += stands ? 0 : 1;
      StringBuilder names = stands ? isOn : isOff;
      names.append(names.isEmpty() ? "" : ", ").append(each.point());
    }
    return new Switches(on, off, switches.size(), isOn.toString(), isOff.toString());
  }

  boolean allKnown() {
    return on + off == all;
  }

  boolean allOn() {
    return on == all;
  }

  boolean allOff() {
    return off == all;
  }
}
