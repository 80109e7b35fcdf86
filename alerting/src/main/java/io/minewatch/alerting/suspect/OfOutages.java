package io.minewatch.alerting.suspect;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueEvidence.Kind;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.Judged;
import io.minewatch.alerting.fourline.Judged.Cause;
import io.minewatch.alerting.fourline.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What outages are suspected of because they repeat. */
public final class OfOutages {
  private static final int DAY_SECONDS = 86_400;

  private final SuspicionRules rules;
  private final ZoneId zone;

  private OfOutages(SuspicionRules rules, ZoneId zone) {
    this.rules = rules;
    this.zone = zone;
  }

  /**
   * What the outages of one mine show.
   *
   * @param outages of the mine, within the time that the rules look back
   * @param zone of the mine
   * @param leastMines a county of fewer mines cannot show that only this one is cut off
   */
  public static List<Suspicion> of(
      List<Judged> outages, SuspicionRules rules, ZoneId zone, int leastMines) {
    OfOutages of = new OfOutages(rules, zone);
    Map<String, List<Outage>> bySubject = new TreeMap<>();
    Map<String, List<Outage>> alone = new TreeMap<>();
    for (Judged each : outages) {
      Outage outage = each.outage();
      if (each.cause() == Cause.OWN && outage.line() != FourLine.MISSING) {
        add(bySubject, outage.line() + " " + outage.subject(), outage);
        if (outage.line() == FourLine.NETWORK && each.cut() == 1 && each.mines() >= leastMines) {
          add(alone, outage.subject(), outage);
        }
      }
    }
    List<Suspicion> found = new ArrayList<>();
    bySubject.values().forEach(each -> of.sameHour(each, found));
    alone.values().forEach(each -> of.alone(each, found));
    return found;
  }

  private static void add(Map<String, List<Outage>> all, String key, Outage outage) {
    all.computeIfAbsent(key, any -> new ArrayList<>()).add(outage);
  }

  /** The largest group that begins within the hour of one of them, if on days enough. */
  private void sameHour(List<Outage> outages, List<Suspicion> found) {
    List<Outage> most = List.of();
    for (Outage first : outages) {
      List<Outage> near = outages.stream().filter(each -> isNear(first, each)).toList();
      if (days(near) > days(most)) {
        most = near;
      }
    }
    tell(Feature.SAME_HOUR, most, found);
  }

  /** Whether the other begins no longer after the time of the day of the first. */
  private boolean isNear(Outage first, Outage other) {
    int later = Math.floorMod(second(other.onset()) - second(first.onset()), DAY_SECONDS);
    return Duration.ofSeconds(later).compareTo(rules.hour()) <= 0;
  }

  private int second(Instant at) {
    return LocalTime.ofInstant(at, zone).toSecondOfDay();
  }

  private int days(List<Outage> outages) {
    Set<LocalDate> days = new HashSet<>();
    outages.forEach(each -> days.add(LocalDate.ofInstant(each.onset(), zone)));
    return days.size();
  }

  private void alone(List<Outage> outages, List<Suspicion> found) {
    tell(Feature.ONLY_THIS_MINE, outages, found);
  }

  private void tell(Feature feature, List<Outage> outages, List<Suspicion> found) {
    if (days(outages) >= rules.days()) {
      Outage first = outages.get(0);
      List<ClueEvidence> evidence = outages.stream().map(OfOutages::evidence).toList();
      found.add(new Suspicion(feature, first.mine(), first.subject(), evidence, rules.days()));
    }
  }

  private static ClueEvidence evidence(Outage outage) {
    String words = outage.line().chinese() + " " + outage.line().english() + " " + outage.onset();
    return new ClueEvidence(Kind.FOUR_LINE, outage.finding(), words);
  }
}
