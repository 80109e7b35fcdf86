package io.minewatch.bench.console;

import io.minewatch.bench.measure.Machine;
import io.minewatch.bench.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of a run. A figure counts only while there is no fault.
 *
 * @param browser its version
 * @param faults what a page or a console did not show as it was sent
 */
public record ConsoleFigures(
    String started,
    String command,
    Machine before,
    Machine after,
    ConsoleSettings settings,
    String browser,
    List<Paint> paints,
    List<Share> shares,
    Crowd crowd,
    List<String> faults) {
  public ConsoleFigures {
    paints = List.copyOf(paints);
    shares = List.copyOf(shares);
    faults = List.copyOf(faults);
  }

  /**
   * How soon a page is of use.
   *
   * @param what is on it then
   * @param cache empty or full
   * @param millis from the beginning of the navigation until the frame was drawn
   * @param first of these until anything was drawn
   */
  public record Paint(
      String page,
      String what,
      String cache,
      double goal,
      List<Double> millis,
      List<Double> first) {
    public Paint {
      millis = List.copyOf(millis);
      first = List.copyOf(first);
    }

    public boolean holds() {
      return Spread.of(millis).greatest() < goal;
    }
  }

  /**
   * What a page costs.
   *
   * @param renderers share of a core of the processes that run pages
   * @param browser the same of all processes of the browser
   * @param goal of the first; 0 for none
   */
  public record Share(String page, double seconds, double renderers, double browser, double goal) {
    public boolean holds() {
      return goal == 0 || renderers < goal;
    }
  }

  /**
   * Many consoles at one service.
   *
   * @param refused streams and questions that were not answered with 200, and streams that ended
   * @param missed updates that some console never had, nor a newer one
   * @param overtaken share of the readings that never came because newer ones of their points did
   * @param p50 milliseconds from when an update was to be sent until a console had it whole
   * @param alerting share of a core
   * @param heapMebibytes kept by alerting while they watch
   * @param clients share of a core of the consoles themselves, together with the sender
   */
  public record Crowd(
      int consoles,
      int updates,
      int refused,
      long missed,
      double overtaken,
      double p50,
      double p99,
      double most,
      double alerting,
      int heapMebibytes,
      double clients) {
    public boolean holds() {
      return refused == 0 && missed == 0;
    }
  }

  /** Whether every figure stands. */
  public boolean isGood() {
    return faults.isEmpty();
  }

  /** Whether every goal is reached, too. */
  public boolean holds() {
    return isGood()
        && paints.stream().allMatch(Paint::holds)
        && shares.stream().allMatch(Share::holds)
        && crowd.holds();
  }

  /** The figures, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Paint each : paints) {
      Spread spread = Spread.of(each.millis());
      lines.add(
          "%s %s, %s cache: median %.0f ms, worst %.0f ms of %d, below %.0f ms; first paint %.0f ms"
              .formatted(
                  word(each.holds()),
                  each.page(),
                  each.cache(),
                  spread.median(),
                  spread.greatest(),
                  spread.count(),
                  each.goal(),
                  Spread.of(each.first()).median()));
    }
    for (Share each : shares) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %s, over %.0f s: renderer %.1f %% of a core%s; the whole browser %.1f %%",
              each.goal() == 0 ? "      " : word(each.holds()),
              each.page(),
              each.seconds(),
              100 * each.renderers(),
              each.goal() == 0 ? "" : ", below %.0f %%".formatted(100 * each.goal()),
              100 * each.browser()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %d consoles, %d updates: refused %d, missed %d, overtaken %.2f %%; p50 %.0f ms, p99 %.0f ms, most %.0f ms; alerting %.1f %% of a core, heap %d MiB; the consoles themselves %.1f %%",
            word(crowd.holds()),
            crowd.consoles(),
            crowd.updates(),
            crowd.refused(),
            crowd.missed(),
            100 * crowd.overtaken(),
            crowd.p50(),
            crowd.p99(),
            crowd.most(),
            100 * crowd.alerting(),
            crowd.heapMebibytes(),
            100 * crowd.clients()));
    faults.forEach(fault -> lines.add("VOID: " + fault));
    return lines;
  }

  private static String word(boolean holds) {
    return holds ? "holds " : "BROKEN";
  }
}
