package io.minewatch.alerting.api;

import io.minewatch.alerting.export.Cell;
import io.minewatch.alerting.export.Export;
import io.minewatch.alerting.export.Export.Column;
import io.minewatch.alerting.export.Export.Remark;
import io.minewatch.alerting.report.Terms;
import io.minewatch.alerting.report.Tongue;
import io.minewatch.alerting.view.ArchiveLine;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Incidents of the archive as a table to take along. */
final class ArchiveExport {
  private final Tongue tongue;
  private final Terms terms;

  ArchiveExport(Tongue tongue) {
    this.tongue = tongue;
    this.terms = Terms.in(tongue);
  }

  /**
   * The table.
   *
   * @param found how many are asked for, these or more
   */
  Export of(List<ArchiveLine> lines, int found) {
    return new Export(
        "archive",
        terms.of("page.archive"),
        List.of(
            column("incident", "export.incident"),
            column("mine", "archive.mine"),
            column("mine_name", "export.mineName"),
            column("opened", "archive.opened"),
            column("closed", "export.closed"),
            column("severity", "archive.severity"),
            column("hazards", "archive.hazard"),
            column("stage", "archive.stage"),
            column("how", "archive.how"),
            column("occasion", "archive.occasion"),
            column("subject", "export.subject"),
            column("what", "export.what"),
            column("peak", "peak"),
            column("unit", "export.unit"),
            column("peak_at", "export.peakAt"),
            column("people", "archive.people")),
        lines.stream().map(this::cells).toList(),
        List.of(
            new Remark(terms.of("export.found"), new Cell.Amount(found)),
            new Remark(terms.of("export.written"), new Cell.Amount(lines.size()))));
  }

  private Column column(String key, String word) {
    return new Column(key, terms.of(word));
  }

  private List<Cell> cells(ArchiveLine line) {
    String how = line.how();
    return List.of(
        new Cell.Text(line.id()),
        new Cell.Text(line.mine()),
        said(line.mineName(), line.mineNameEnglish()),
        new Cell.Moment(line.opened()),
        Cell.moment(line.closed()),
        term("severity", line.severity()),
        new Cell.Term(
            String.join(" ", line.hazards()),
            line.hazards().stream()
                .map(each -> terms.of("hazard." + each))
                .collect(Collectors.joining(terms.of("comma")))),
        term("stage", line.stage()),
        how == null ? Cell.EMPTY : term("closing", how),
        term("occasion", line.drill() ? "DRILL" : "REAL"),
        said(line.subject(), line.subjectEnglish()),
        said(line.what(), line.whatEnglish()),
        Cell.amount(peak(line)),
        new Cell.Text(line.unit()),
        Cell.moment(line.peakAt()),
        new Cell.Amount(line.people()));
  }

  private static @Nullable Double peak(ArchiveLine line) {
    Double peak = line.peak();
    return peak == null || !Double.isFinite(peak) ? null : peak;
  }

  private Cell said(String chinese, String english) {
    return new Cell.Text(tongue.say(chinese, english));
  }

  private Cell term(String of, String name) {
    return new Cell.Term(name, terms.of(of + "." + name));
  }
}
