package io.minewatch.alerting.attendance;

import java.time.Duration;

/**
 * When a console is attended, from a rule pack.
 *
 * @param heard how old the last beat of a page that sounds may be; pages beat every ten seconds
 * @param unattended how long nobody may attend a mine before it is called out
 */
public record AttendanceRules(Duration heard, Duration unattended) {
  public AttendanceRules {
    if (heard.isNegative() || heard.isZero() || unattended.compareTo(heard) < 0) {
      throw new IllegalArgumentException(
          "a beat holds for some time, and nobody is missed before it is over");
    }
  }
}
