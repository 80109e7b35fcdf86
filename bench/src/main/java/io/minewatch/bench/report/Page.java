package io.minewatch.bench.report;

import io.minewatch.bench.measure.Machine;
import io.minewatch.bench.measure.Spread;
import java.util.Locale;

/** A report as one page that needs nothing but itself. */
final class Page {
  static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Minewatch bench</title>
      <style>
      body{font:15px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
      table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
      th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #d8dee4;vertical-align:top}
      td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      .bar{background:#eef1f4;height:.9rem;min-width:14rem;position:relative}
      .bar i{position:absolute;inset:0 auto 0 0;background:#3b6ea5}
      .bar b{position:absolute;top:-.15rem;bottom:-.15rem;border:1px solid #111;border-width:0 1px;opacity:.6}
      .bad{color:#a40000;font-weight:600} code{background:#eef1f4;padding:.1rem .3rem}
      </style></head><body>
      """;

  private final StringBuilder out = new StringBuilder(HEAD);

  private Page() {}

  static String of(Report report) {
    Page page = new Page();
    page.summary(report);
    report.stages().forEach(page::stage);
    page.footprint(report);
    page.gates(report);
    page.machine(report);
    return page.out.append("</body></html>\n").toString();
  }

  private void summary(Report report) {
    out.append("<h1>Minewatch bench, ").append(text(report.form())).append(" form</h1>\n");
    out.append(report.isGood() ? "<p>" : "<p class=\"bad\">");
    out.append(
        report.isGood() ? "Every figure stands and every gate holds." : "Not good: see below.");
    out.append("</p>\n<p>").append(text(report.started())).append(", took ");
    out.append(number(report.seconds())).append(" s. Repeat: <code>");
    out.append(text(report.command())).append("</code></p>\n");
  }

  private void stage(Report.Stage stage) {
    Report.Load load = stage.load();
    out.append("<h2>").append(load.batch()).append(" readings a message</h2>\n<p>");
    out.append(load.mines()).append(" mines, ").append(load.points()).append(" points, ");
    out.append(load.tags()).append(" people, ").append(number(load.bytesPerReading()));
    out.append(" bytes a reading, seed ").append(load.seed()).append(".</p>\n");
    double widest =
        stage.slots().stream().mapToDouble(line -> line.cost().greatest()).max().orElse(1);
    out.append("<table><tr><th>slot</th><th>CPU-s per million readings and positions, ");
    out.append("median and range</th><th></th></tr>\n");
    for (Report.Line line : stage.slots()) {
      out.append("<tr><td><strong>").append(text(line.slot())).append("</strong> ");
      out.append(text(line.what()));
      line.faults().forEach(fault -> out.append("<p class=\"bad\">").append(text(fault)));
      out.append("</td><td>");
      bar(line.cost(), widest);
      out.append("</td><td class=\"n\">").append(spread(line.cost())).append("</td></tr>\n");
    }
    out.append("</table>\n<table><tr><th>ratio, round by round</th><th></th></tr>\n");
    for (Report.Ratio ratio : stage.ratios()) {
      out.append("<tr><td>").append(text(ratio.of())).append(" costs so many times ");
      out.append(text(ratio.over())).append("</td><td class=\"n\">");
      out.append(spread(ratio.times())).append("</td></tr>\n");
    }
    out.append("</table>\n");
  }

  private void bar(Spread spread, double widest) {
    out.append("<div class=\"bar\"><i style=\"width:").append(percent(spread.median() / widest));
    out.append("\"></i><b style=\"left:").append(percent(spread.least() / widest));
    out.append(";right:").append(percent(1 - spread.greatest() / widest)).append("\"></b></div>");
  }

  private void footprint(Report report) {
    var print = report.footprint();
    out.append("<h2>Kept of a point and of a person</h2>\n<table>");
    row("heap for a point, its part of the plan included", print.heapPerPoint(), "bytes");
    row("heap for a person", print.heapPerPerson(), "bytes");
    row("checkpoint for a point", print.checkpointPerPoint(), "bytes");
    row("its part of the plan, also in the checkpoint", print.planPerPoint(), "bytes");
    row("checkpoint for a person", print.checkpointPerPerson(), "bytes");
    out.append("</table>\n");
  }

  private void row(String what, double value, String unit) {
    out.append("<tr><td>").append(text(what)).append("</td><td class=\"n\">");
    out.append(number(value)).append(' ').append(unit).append("</td></tr>\n");
  }

  private void gates(Report report) {
    out.append("<h2>Gates</h2>\n<table><tr><th>gate</th><th>bound</th><th>measured</th></tr>\n");
    for (Gate.Verdict verdict : report.gates()) {
      Gate gate = verdict.gate();
      out.append(verdict.holds() ? "<tr><td>" : "<tr class=\"bad\"><td>").append(text(gate.name()));
      out.append("<br><small>").append(text(gate.reason())).append("</small></td><td class=\"n\">");
      out.append(gate.way() == Gate.Way.AT_LEAST ? "at least " : "at most ");
      out.append(number(gate.bound())).append("</td><td class=\"n\">");
      out.append(number(verdict.measured())).append("</td></tr>\n");
    }
    out.append("</table>\n");
  }

  private void machine(Report report) {
    Machine machine = report.machine();
    out.append("<h2>Machine</h2>\n<p>").append(text(machine.processor())).append(", ");
    out.append(machine.cores()).append(" cores, ").append(machine.memoryBytes() >> 20);
    out.append(" MiB; ").append(text(machine.kernel())).append("; ").append(text(machine.java()));
    out.append("; heap ").append(machine.heapBytes() >> 20).append(" MiB; ");
    out.append(text(machine.collectors())).append(". Load before: ").append(text(machine.load()));
    out.append("; after: ").append(text(report.machineAfter().load())).append(".</p>\n");
  }

  private static String spread(Spread spread) {
    return "%s <small>(%s to %s, n=%d)</small>"
        .formatted(
            number(spread.median()),
            number(spread.least()),
            number(spread.greatest()),
            spread.count());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share * 100);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3g" : "%.0f", value);
  }

  static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
