package io.minewatch.bench.app;

import io.minewatch.bench.nation.Figures;
import io.minewatch.bench.report.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page of a paced run. */
final class NationPage {
  private NationPage() {}

  static Sheet of(Figures figures) {
    Figures.Load load = figures.load();
    Sheet sheet = new Sheet("Minewatch bench, a nation in real time");
    sheet.faults(figures.faults());
    sheet.text(figures.started() + ". Repeat: " + figures.command());
    sheet.text(
        "%d mines, %d points, %d people, %d readings a message, periods %d times shorter than the statutory ones; %.0f readings and positions a second"
                .formatted(
                    load.mines(),
                    load.points(),
                    load.people(),
                    load.batch(),
                    load.pace(),
                    load.perSecond())
            + " in %.0f messages, timed for %.0f s after %.0f s; %d of %d facts found; %.1f s to drain"
                .formatted(
                    load.messagesPerSecond(),
                    load.timedSeconds(),
                    load.warmSeconds(),
                    load.found(),
                    load.expected(),
                    load.drainSeconds()));
    figures.notes().forEach(sheet::text);
    figures
        .peers()
        .forEach(
            (peer, faults) ->
                sheet.text(peer + (faults.isEmpty() ? " found all" : " is void: " + faults)));
    bill(sheet, figures);
    latencies(sheet, figures);
    if (figures.store() != null) {
      sheet.heading("Store").text(figures.store().toString());
    }
    if (figures.recovery() != null) {
      sheet.heading("Recovery").text(figures.recovery().toString());
    }
    return sheet.machine(figures.before(), figures.after());
  }

  private static void bill(Sheet sheet, Figures figures) {
    sheet.heading("CPU-seconds for a million readings and positions");
    List<Sheet.Bar> bars = new ArrayList<>();
    double platform = 0;
    for (Figures.Bill bill : figures.bill()) {
      String whose = bill.kind() == Figures.Kind.PLATFORM ? "" : " (not of the platform)";
      bars.add(new Sheet.Bar(bill.part() + whose, bill.perMillion()));
      platform += bill.kind() == Figures.Kind.PLATFORM ? bill.perMillion() : 0;
    }
    bars.add(new Sheet.Bar("the platform together", platform));
    sheet.bars("CPU-s", bars);
    List<Sheet.Row> rows = new ArrayList<>();
    for (Figures.Bill bill : figures.bill()) {
      rows.add(
          Sheet.Row.of(
              bill.part(),
              Sheet.number(bill.cores()),
              bill.peakMebibytes() + " MiB",
              threads(bill)));
    }
    sheet.table(
        Sheet.Row.of("program", "cores kept busy", "most memory", "dearest threads, CPU-s"), rows);
  }

  private static String threads(Figures.Bill bill) {
    List<String> dearest = new ArrayList<>();
    bill.threads().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(each -> dearest.add(each.getKey() + " " + Sheet.number(each.getValue())));
    return String.join(", ", dearest);
  }

  private static void latencies(Sheet sheet, Figures figures) {
    sheet.heading("Latency in milliseconds");
    List<Sheet.Row> rows = new ArrayList<>();
    figures.latencies().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each -> {
              Figures.Latency at = each.getValue();
              rows.add(
                  Sheet.Row.of(
                      each.getKey(),
                      Long.toString(at.count()),
                      Sheet.number(at.p50()),
                      Sheet.number(at.p90()),
                      Sheet.number(at.p99()),
                      Sheet.number(at.p999()),
                      Sheet.number(at.most())));
            });
    sheet.table(Sheet.Row.of("from and to", "count", "p50", "p90", "p99", "p99.9", "most"), rows);
    sheet.heading("From intended send to durable call, most of each ten seconds");
    sheet.bars(
        "ms",
        figures.course().stream()
            .map(slice -> new Sheet.Bar(slice.fromSecond() + " s", slice.most()))
            .toList());
  }
}
