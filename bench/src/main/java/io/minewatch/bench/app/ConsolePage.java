package io.minewatch.bench.app;

import io.minewatch.bench.console.ConsoleFigures;
import io.minewatch.bench.measure.Spread;
import io.minewatch.bench.report.Sheet;
import java.util.ArrayList;
import java.util.List;

/** The page of a run of the console. */
final class ConsolePage {
  private ConsolePage() {}

  static Sheet of(ConsoleFigures figures) {
    Sheet sheet = new Sheet("Minewatch bench, the console");
    sheet.faults(figures.faults());
    sheet.text(
        figures.started() + ", Chromium " + figures.browser() + ". Repeat: " + figures.command());
    paints(sheet, figures);
    shares(sheet, figures);
    crowd(sheet, figures.crowd());
    return sheet.machine(figures.before(), figures.after());
  }

  private static void paints(Sheet sheet, ConsoleFigures figures) {
    sheet.heading("From the beginning of a navigation until the page is of use, milliseconds");
    List<Sheet.Row> rows = new ArrayList<>();
    for (ConsoleFigures.Paint each : figures.paints()) {
      Spread spread = Spread.of(each.millis());
      rows.add(
          Sheet.Row.of(
              each.page() + ": " + each.what(),
              each.cache(),
              Sheet.number(spread.median()),
              Sheet.number(spread.greatest()),
              Integer.toString(spread.count()),
              Sheet.number(each.goal()),
              Sheet.number(Spread.of(each.first()).median())));
    }
    sheet.table(
        Sheet.Row.of("page", "cache", "median", "worst", "opened", "goal", "first paint"), rows);
  }

  private static void shares(Sheet sheet, ConsoleFigures figures) {
    sheet.heading("What an open page costs, share of a core");
    List<Sheet.Row> rows = new ArrayList<>();
    for (ConsoleFigures.Share each : figures.shares()) {
      rows.add(
          Sheet.Row.of(
              each.page(),
              Sheet.number(each.seconds()) + " s",
              percent(each.renderers()),
              percent(each.browser()),
              each.goal() == 0 ? "" : percent(each.goal())));
    }
    sheet.table(Sheet.Row.of("page", "over", "renderer", "whole browser", "goal"), rows);
  }

  private static void crowd(Sheet sheet, ConsoleFigures.Crowd crowd) {
    sheet.heading(crowd.consoles() + " consoles at one service");
    sheet.table(
        Sheet.Row.of("what", "figure"),
        List.of(
            Sheet.Row.of("updates, one a second", Integer.toString(crowd.updates())),
            Sheet.Row.of("refused", Integer.toString(crowd.refused())),
            Sheet.Row.of("updates missed", Long.toString(crowd.missed())),
            Sheet.Row.of("readings overtaken by newer ones", percent(crowd.overtaken())),
            Sheet.Row.of("until a console has an update, p50, ms", Sheet.number(crowd.p50())),
            Sheet.Row.of("p99, ms", Sheet.number(crowd.p99())),
            Sheet.Row.of("most, ms", Sheet.number(crowd.most())),
            Sheet.Row.of("alerting, share of a core", percent(crowd.alerting())),
            Sheet.Row.of("heap that alerting keeps, MiB", Integer.toString(crowd.heapMebibytes())),
            Sheet.Row.of("the consoles themselves, share of a core", percent(crowd.clients()))));
  }

  private static String percent(double share) {
    return Sheet.number(100 * share) + " %";
  }
}
