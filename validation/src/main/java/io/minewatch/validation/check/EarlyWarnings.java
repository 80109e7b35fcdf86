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
    boolean[][] stands = new boolean[Against.values().length][values.length];
    List<ChangeFact> facts = run(values, stands);
    List<Figure> figures = new ArrayList<>();
    int column = 0;
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
          Figure.of(
              name + ": share of the alarms before which it stood",
              stoodBefore(stands[column], events),
              stoodAtAll(stands[column], events),
              Figure.Aim.MORE));
      column++;
    }
    return figures;
  }

  /** Whether each trigger stands after each row, and what became of it. */
  private static List<ChangeFact> run(double[] values, boolean[][] stands) {
    ChangeJudge judge = new ChangeJudge();
    ChangeMemory memory = new ChangeMemory(1);
    ChangeTerms terms = Rules.methaneChange();
    List<ChangeFact> facts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      judge.onReading(memory, 0, terms, i * MethaneCheck.STEP, values[i], facts);
      int column = 0;
      for (Against against : Against.values()) {
        stands[column++][i] = memory.isOpen(0, against);
      }
    }
    return facts;
  }

  private static double stoodBefore(boolean[] stands, Spans events) {
    long stood =
        events.all().stream()
            .filter(e -> e.from() > 0 && stands[(int) (e.from() / MethaneCheck.STEP) - 1])
            .count();
    return (double) stood / events.count();
  }

  /** In how much of the time outside events it stands. */
  private static double stoodAtAll(boolean[] stands, Spans events) {
    int quiet = 0;
    int stood = 0;
    for (int i = 0; i < stands.length; i++) {
      if (isQuiet(i, events)) {
        quiet++;
        stood += stands[i] ? 1 : 0;
      }
    }
    return (double) stood / quiet;
  }

  private static boolean isQuiet(int row, Spans events) {
    long at = row * MethaneCheck.STEP;
    return events.all().stream().noneMatch(e -> e.from() <= at && at <= e.to());
  }

  private static double share(List<Long> openings, Spans events) {
    long right = openings.stream().filter(at -> isFollowed(at, events)).count();
    return (double) right / openings.size();
  }

  private static boolean isFollowed(long at, Spans events) {
    return events.all().stream().anyMatch(e -> e.from() >= at && e.from() - at <= AHEAD);
  }

  /** How often any moment outside an event is followed by one. */
  private static double chance(double[] values, Spans events) {
    int quiet = 0;
    int followed = 0;
    for (int i = 0; i < values.length; i++) {
      if (isQuiet(i, events)) {
        quiet++;
        followed += isFollowed(i * MethaneCheck.STEP, events) ? 1 : 0;
      }
    }
    return (double) followed / quiet;
  }
}
