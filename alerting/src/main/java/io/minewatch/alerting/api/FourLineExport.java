package io.minewatch.alerting.api;

import io.minewatch.alerting.export.Cell;
import io.minewatch.alerting.export.Export;
import io.minewatch.alerting.export.Export.Column;
import io.minewatch.alerting.export.Export.Remark;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.Row;
import io.minewatch.alerting.report.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The four-line index as a table to take along; times are whole seconds. */
final class FourLineExport {
  private FourLineExport() {}

  static Export of(Question question, List<Row> rows, Terms terms) {
    return new Export(
        "four-lines",
        terms.of("page.fourlines"),
        columns(terms),
        rows.stream().map(row -> cells(question, row)).toList(),
        List.of(
            new Remark(terms.of("archive.from"), new Cell.Day(question.first())),
            new Remark(terms.of("archive.to"), new Cell.Day(question.last()))));
  }

  private static List<Column> columns(Terms terms) {
    String seconds = " (" + terms.of("unit.s") + ")";
    List<Column> all = new ArrayList<>();
    all.add(new Column("place", terms.of("area.place")));
    all.add(new Column("from", terms.of("archive.from")));
    all.add(new Column("to", terms.of("archive.to")));
    all.add(new Column("mines", terms.of("counters.mines")));
    for (FourLine line : FourLine.values()) {
      String key = line.name().toLowerCase(Locale.ROOT);
      String word = terms.of("line." + line) + " ";
      all.add(new Column(key + "_times", word + terms.of("counters.times")));
      all.add(new Column(key + "_s", word + terms.of("export.time") + seconds));
      all.add(new Column(key + "_point_s", word + terms.of("export.pointTime") + seconds));
    }
    String region = terms.of("cause.REGION") + " ";
    all.add(new Column("region_times", region + terms.of("counters.times")));
    all.add(new Column("region_s", region + terms.of("export.time") + seconds));
    all.add(
        new Column(
            "platform_times", terms.of("cause.PLATFORM") + " " + terms.of("counters.times")));
    all.add(new Column("unwatched_s", terms.of("export.unwatched") + seconds));
    all.add(new Column("open", terms.of("lines.open")));
    all.add(new Column("heard_share", terms.of("lines.heard")));
    return all;
  }

  private static List<Cell> cells(Question question, Row row) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(row.place()));
    cells.add(new Cell.Day(question.first()));
    cells.add(new Cell.Day(question.last()));
    cells.add(new Cell.Amount(row.mines()));
    for (FourLine line : FourLine.values()) {
      Row.Count count = row.lines().getOrDefault(line, Row.Count.NONE);
      cells.add(new Cell.Amount(count.times()));
      cells.add(Cell.seconds(count.time()));
      cells.add(Cell.seconds(count.pointTime()));
    }
    cells.add(new Cell.Amount(row.region().times()));
    cells.add(Cell.seconds(row.region().time()));
    cells.add(new Cell.Amount(row.platform()));
    cells.add(Cell.seconds(row.unwatched()));
    cells.add(new Cell.Amount(row.open()));
    cells.add(Cell.share(row.heard()));
    return cells;
  }
}
