package io.minewatch.alerting.api;

import io.minewatch.alerting.accident.AccidentCounts;
import io.minewatch.alerting.api.CountersController.CountersView;
import io.minewatch.alerting.api.CountersController.Row;
import io.minewatch.alerting.count.Counters;
import io.minewatch.alerting.count.StepTaken.Kind;
import io.minewatch.alerting.export.Cell;
import io.minewatch.alerting.export.Export;
import io.minewatch.alerting.export.Export.Column;
import io.minewatch.alerting.export.Export.Remark;
import io.minewatch.alerting.report.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The counters as a table to take along; called as the page calls them. */
final class CountersExport {
  private CountersExport() {}

  static Export of(CountersView view, Terms terms) {
    return new Export(
        "counters",
        terms.of("page.counters"),
        columns(terms),
        view.rows().stream().map(row -> cells(view, row, terms)).toList(),
        List.of(
            new Remark(terms.of("archive.from"), new Cell.Moment(view.from())),
            new Remark(terms.of("archive.to"), new Cell.Moment(view.to()))));
  }

  private static List<Column> columns(Terms terms) {
    List<Column> all = new ArrayList<>();
    all.add(new Column("place", terms.of("area.place")));
    all.add(new Column("from", terms.of("archive.from")));
    all.add(new Column("to", terms.of("archive.to")));
    all.add(new Column("occasion", terms.of("counters.occasion")));
    all.add(new Column("mines", terms.of("counters.mines")));
    all.add(new Column("warnings", terms.of("counter.warnings")));
    all.add(new Column("mine_calls", terms.of("counter.calls")));
    all.add(new Column("answered", terms.of("counter.answered")));
    all.add(new Column("answered_in_time", terms.of("counter.answeredInTime")));
    all.add(new Column("persons_withdrawn", terms.of("counter.withdrawn")));
    for (String name :
        new String[] {
          "orders", "escalated", "lapsed", "closed", "forced", "harmless", "shelved", "revoked"
        }) {
      all.add(new Column(name, terms.of("counter." + name)));
    }
    all.add(new Column("accidents", terms.of("accidents.accidents")));
    all.add(new Column("reports_owed", terms.of("accidents.owed")));
    all.add(new Column("reports_overdue", terms.of("accidents.overdue")));
    all.add(new Column("reports_in_time", terms.of("accidents.inTime")));
    all.add(new Column("reports_late", terms.of("accidents.late")));
    String seconds = " (" + terms.of("unit.s") + ")";
    for (Kind kind : Kind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT);
      String word = terms.of("taken." + kind) + " ";
      all.add(new Column(key + "_median_s", word + terms.of("counters.median") + seconds));
      all.add(new Column(key + "_p90_s", word + terms.of("counters.ninetieth") + seconds));
    }
    return all;
  }

  private static List<Cell> cells(CountersView view, Row row, Terms terms) {
    Counters c = row.counters();
    AccidentCounts a = row.accidents();
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(row.place()));
    cells.add(new Cell.Moment(view.from()));
    cells.add(new Cell.Moment(view.to()));
    String occasion = view.occasion().name();
    cells.add(new Cell.Term(occasion, terms.of("occasion." + occasion)));
    for (int count :
        new int[] {
          row.mines(),
          c.warnings(),
          c.calls(),
          c.answered(),
          c.answeredInTime(),
          c.withdrawn(),
          c.orders(),
          c.escalated(),
          c.lapsed(),
          c.closed(),
          c.forced(),
          c.harmless(),
          c.shelved(),
          c.revoked(),
          a.accidents(),
          a.owed(),
          a.overdue(),
          a.inTime(),
          a.late()
        }) {
      cells.add(new Cell.Amount(count));
    }
    for (Kind kind : Kind.values()) {
      Counters.Times times = c.times().get(kind);
      cells.add(Cell.seconds(times == null ? null : times.median()));
      cells.add(Cell.seconds(times == null ? null : times.ninetieth()));
    }
    return cells;
  }
}
