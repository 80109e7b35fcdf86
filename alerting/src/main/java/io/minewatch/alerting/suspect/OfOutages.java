package io.minewatch.alerting.suspect;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueEvidence.Kind;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Judged;
import io.minewatch.alerting.fourline.Outage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What outages are suspected of because they repeat. A flat point is heard, and is none here. */
public final class OfOutages {
  private static final int DAY_SECONDS = 86_400;

  private final Terms terms;

  private OfOutages(Terms terms) {
    this.terms = terms;
  }

  /**
   * By what it is judged.
   *
   * @param zone of the mine
   * @param lines a county of fewer mines than make a region cannot show that only this one is cut
   *     off; who is dark by itself for longer than their window is not only back last
   * @param checked the outages that a closed clue of each feature held: what was looked into
   *     repeats nothing any more
   */
  public record Terms(
      SuspicionRules rules, FourLineRules lines, ZoneId zone, Map<Feature, Set<String>> checked) {
    public Terms {
      checked = Map.copyOf(checked);
    }

    private boolean isFresh(Feature feature, Outage outage) {
      return !checked.getOrDefault(feature, Set.of()).contains(outage.finding());
    }
  }

  /** An outage, its second of the day and its day, as the clock of the mine shows them. */
  private record Timed(Outage outage, int second, LocalDate day) {}

  /**
   * What the outages of one mine show: of one subject one thing alone.
   *
   * @param outages of the mine, within the time that the rules look back
   */
  public static List<Suspicion> of(List<Judged> outages, Terms terms) {
    OfOutages of = new OfOutages(terms);
    Map<String, List<Outage>> bySubject = new TreeMap<>();
    Map<String, List<Outage>> alone = new TreeMap<>();
    for (Judged each : outages) {
      Outage outage = each.outage();
      boolean cut = outage.line() == FourLine.NETWORK;
      if (each.isOwn(terms.lines().window()) && (cut || outage.line() == FourLine.LINE)) {
        if (terms.isFresh(Feature.SAME_HOUR, outage)) {
          add(bySubject, outage.line() + " " + outage.subject(), outage);
        }
        boolean byItself = cut && each.cut() == 1 && each.mines() >= terms.lines().leastMines();
        if (byItself && terms.isFresh(Feature.ONLY_THIS_MINE, outage)) {
          add(alone, outage.subject(), outage);
        }
      }
    }
    List<Suspicion> found = new ArrayList<>();
    bySubject.values().forEach(each -> of.tell(Feature.SAME_HOUR, of.sameHour(each), found));
    Set<String> told = new HashSet<>();
    found.forEach(each -> told.add(each.subject()));
    alone.keySet().removeAll(told);
    alone.values().forEach(each -> of.tell(Feature.ONLY_THIS_MINE, each, found));
    return found;
  }

  private static void add(Map<String, List<Outage>> all, String key, Outage outage) {
    all.computeIfAbsent(key, any -> new ArrayList<>()).add(outage);
  }

  /**
   * Those that begin within the hour of the day on most days, if most of all do; else none. A
   * window slides once round the clock.
   */
  private List<Outage> sameHour(List<Outage> outages) {
    List<Timed> round =
        new ArrayList<>(
            outages.stream()
                .map(each -> new Timed(each, second(each.onset()), day(each)))
                .sorted(Comparator.comparingInt(Timed::second))
                .toList());
    int number = round.size();
    round.addAll(round.subList(0, number).stream().toList());
    Map<LocalDate, Integer> days = new HashMap<>();
    int end = 0;
    int from = 0;
    int to = 0;
    int most = 0;
    for (int begin = 0; begin < number; begin++) {
      for (; end < begin + number && later(round, begin, end, number) <= hour(); end++) {
        days.merge(round.get(end).day(), 1, Integer::sum);
      }
      if (end - begin >= terms.rules().share() * number && days.size() > most) {
        most = days.size();
        from = begin;
        to = end;
      }
      LocalDate day = round.get(begin).day();
      if (!days.remove(day, 1)) {
        days.merge(day, -1, Integer::sum);
      }
    }
    return round.subList(from, to).stream()
        .map(Timed::outage)
        .sorted(Comparator.comparing(Outage::onset).thenComparing(Outage::finding))
        .toList();
  }

  private static long later(List<Timed> round, int begin, int end, int number) {
    int next = end < number ? 0 : DAY_SECONDS;
    return (long) next + round.get(end).second() - round.get(begin).second();
  }

  private long hour() {
    return terms.rules().hour().toSeconds();
  }

  private int second(Instant at) {
    return LocalTime.ofInstant(at, terms.zone()).toSecondOfDay();
  }

  private LocalDate day(Outage outage) {
    return LocalDate.ofInstant(outage.onset(), terms.zone());
  }

  private void tell(Feature feature, List<Outage> outages, List<Suspicion> found) {
    Set<LocalDate> days = new HashSet<>();
    outages.forEach(each -> days.add(day(each)));
    if (days.size() >= terms.rules().days()) {
      Outage first = outages.get(0);
      List<ClueEvidence> evidence = outages.stream().map(OfOutages::evidence).toList();
      found.add(
          new Suspicion(feature, first.mine(), first.subject(), evidence, terms.rules().days()));
    }
  }

  private static ClueEvidence evidence(Outage outage) {
    String line = outage.line().chinese() + " " + outage.line().english();
    String words = line + " " + outage.subject() + " " + outage.onset();
    return new ClueEvidence(Kind.FOUR_LINE, outage.finding(), words);
  }
}
