package io.minewatch.validation.check;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.judge.change.Against;
import io.minewatch.judge.change.ChangeFact;
import io.minewatch.judge.change.ChangeJudge;
import io.minewatch.judge.change.ChangeMemory;
import io.minewatch.judge.change.ChangeTerms;
import io.minewatch.validation.rule.Rules;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the official early-warning triggers come before the alarm, and how often for nothing. */
final class EarlyWarnings {
  private static final long AHEAD = 30 * 60_000;

  private EarlyWarnings() {}

  static List<Figure> figures(String sensor, double[] values, Spans events) {
    List<ChangeFact> facts = facts(values);
    List<Figure> figures = new ArrayList<>();
    for (Against against : Against.values()) {
      List<Long> openings =
          facts.stream()
              .filter(f -> f.against() == against && f.kind() == FindingKind.OPENED)
              .map(ChangeFact::measured)
              .toList();
      String name = sensor + ": early warning by " + against.name().toLowerCase(Locale.ROOT);
      figures.add(
          Figure.of(
              name + " (" + openings.size() + "): share followed by an alarm within 30 min",
              share(openings, events),
              chance(values, events),
              Figure.Aim.MORE));
      figures.add(
          Figure.alone(
              name + ": alarms that had one in the 30 min before",
              warned(openings, events) + " of " + events.count()));
    }
    return figures;
  }

  private static List<ChangeFact> facts(double[] values) {
    ChangeJudge judge = new ChangeJudge();
    ChangeMemory memory = new ChangeMemory(1);
    ChangeTerms terms = Rules.methaneChange();
    List<ChangeFact> facts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      judge.onReading(memory, 0, terms, i * MethaneCheck.STEP, values[i], facts);
    }
    return facts;
  }

  private static double share(List<Long> openings, Spans events) {
    long right = openings.stream().filter(at -> isFollowed(at, events)).count();
    return (double) right / openings.size();
  }

  private static boolean isFollowed(long at, Spans events) {
    return events.all().stream().anyMatch(e -> e.from() >= at && e.from() - at <= AHEAD);
  }

  private static long warned(List<Long> openings, Spans events) {
    return events.all().stream()
        .filter(e -> openings.stream().anyMatch(at -> at <= e.from() && e.from() - at <= AHEAD))
        .count();
  }

  /** How often any moment outside an event is followed by one. */
  private static double chance(double[] values, Spans events) {
    int quiet = 0;
    int followed = 0;
    for (int i = 0; i < values.length; i++) {
      long at = i * MethaneCheck.STEP;
      if (events.all().stream().noneMatch(e -> e.from() < at && at <= e.to())) {
        quiet++;
        followed += isFollowed(at, events) ? 1 : 0;
      }
    }
    return (double) followed / quiet;
  }
}
