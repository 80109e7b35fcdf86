package io.minewatch.validation.check;

import io.minewatch.judge.flat.Activity;
import io.minewatch.judge.flat.FlatJudge;
import io.minewatch.judge.flat.FlatMemory;
import io.minewatch.judge.flat.FlatTerms;
import io.minewatch.judge.flat.Flatness;
import io.minewatch.judge.plausible.PlausibleJudge;
import io.minewatch.judge.plausible.PlausibleMemory;
import io.minewatch.judge.plausible.PlausibleTerms;
import io.minewatch.judge.plausible.Verdict;
import io.minewatch.validation.rule.Rules;
import io.minewatch.validation.score.Figure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flat lines and doubted values of a methane sensor that is not known to have failed. */
final class Liveliness {
  /** Accuracy that is asked of a methane sensor below 1 %, in %CH4. */
  private static final double ACCURACY = 0.1;

  private Liveliness() {}

  static List<Figure> figures(String sensor, double[] values, double[] production) {
    Duration period = Duration.ofMillis(MethaneCheck.STEP);
    PlausibleTerms gate = Rules.gasGate(ACCURACY, Resolution.of(values), period);
    PlausibleMemory memory = new PlausibleMemory(1);
    int kept = 0;
    int odd = 0;
    int unsteady = 0;
    double highest = Double.NEGATIVE_INFINITY;
    Verdict ofHighest = Verdict.LEARNING;
    for (int i = 0; i < values.length; i++) {
      Verdict verdict = PlausibleJudge.onReading(memory, 0, gate, i * MethaneCheck.STEP, values[i]);
      kept += verdict == Verdict.QUARANTINED ? 1 : 0;
      odd += verdict == Verdict.ODD ? 1 : 0;
      unsteady += verdict == Verdict.UNSTEADY ? 1 : 0;
      if (values[i] > highest) {
        highest = values[i];
        ofHighest = verdict;
      }
    }
    return List.of(
        Figure.of(
            sensor + ": times called stuck, knowing whether the face works",
            stuck(values, production, period),
            stuck(values, null, period),
            Figure.Aim.LESS),
        Figure.alone(
            sensor + ": rows kept back / odd but judged / unsteady",
            kept + " / " + odd + " / " + unsteady),
        Figure.alone(
            sensor + ": the highest value, " + highest + " %", ofHighest + ", and judged"));
  }

  private static int stuck(double[] values, double @Nullable [] production, Duration period) {
    FlatTerms terms = Rules.flat(period);
    FlatMemory memory = new FlatMemory(1);
    int times = 0;
    boolean before = false;
    for (int i = 0; i < values.length; i++) {
      Activity activity = production == null || production[i] > 0 ? Activity.ACTIVE : Activity.IDLE;
      boolean now =
          FlatJudge.onReading(memory, 0, terms, i * MethaneCheck.STEP, values[i], activity)
              == Flatness.STUCK;
      times += now && !before ? 1 : 0;
      before = now;
    }
    return times;
  }
}
