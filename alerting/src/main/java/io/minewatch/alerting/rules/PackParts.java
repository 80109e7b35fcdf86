package io.minewatch.alerting.rules;

import io.minewatch.alerting.load.LoadRules;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.plan.SilenceRule;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads parts of rows; what is not sound is a problem of the row. */
final class PackParts {
  private PackParts() {}

  static @Nullable LoadRules load(Fields row) {
    try {
      return new LoadRules(
          row.duration("window"),
          (int) row.number("floodFrom"),
          (int) row.number("floodBelow"),
          (int) row.number("chatterCount"),
          row.duration("chatterWindow"),
          row.duration("stale"),
          (int) row.number("top"));
    } catch (IllegalArgumentException e) {
      row.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** The silence rule of a row, or null where it is not sound. */
  static @Nullable SilenceRule silence(Fields row, String pack, String file) {
    int periods = (int) row.number("periods");
    Duration atLeast = row.duration("atLeast");
    if (periods < 1 || atLeast.isNegative()) {
      row.problem("needs at least one period and no negative time");
      return null;
    }
    String id = pack + ":" + row.text("id");
    return new SilenceRule(id, periods, atLeast, PlatformPack.source(row, file));
  }

  /** The same row in words. */
  static String silence(Fields row) {
    return (int) row.number("periods") + " periods, at least " + row.duration("atLeast");
  }

  static Set<Hazard> hazards(Fields row, List<String> names) {
    Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
    for (String each : names) {
      try {
        hazards.add(Hazard.valueOf(each));
      } catch (IllegalArgumentException e) {
        row.problem("there is no hazard " + each);
      }
    }
    return hazards;
  }
}
