package io.minewatch.alerting.report;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ShiftPlan;
import java.time.ZoneId;

/** The time zone in which a mine's times are written, on paper as on the screen. */
public final class Zones {
  /** Where a registry tells no shifts. */
  private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");

  private Zones() {}

  public static ZoneId of(Plan plan) {
    String told = plan.shifts().timeZone();
    return told.equals(ShiftPlan.NOT_TOLD.timeZone()) ? USUAL : ZoneId.of(told);
  }
}
