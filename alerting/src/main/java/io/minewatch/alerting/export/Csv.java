package io.minewatch.alerting.export;

import io.minewatch.alerting.export.Export.Column;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table as text (RFC 4180) for programs: columns by their keys, names of ours as they are, times
 * in UTC, names of others as the registry has them. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it: names come from many mines, and whoever opens the file must
 * run none of theirs. One that begins with an apostrophe gets one too, so that the first of a text
 * can always be taken off.
 */
public final class Csv {
  private static final String END = "\r\n";

  /** What begins a formula somewhere, or is skipped before one. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠'";

  private Csv() {}

  public static String of(Export export) {
    StringBuilder text = new StringBuilder();
    text.append(export.columns().stream().map(Column::key).collect(Collectors.joining(",")));
    text.append(END);
    for (List<Cell> row : export.rows()) {
      text.append(row.stream().map(Csv::written).collect(Collectors.joining(","))).append(END);
    }
    return text.toString();
  }

  private static String written(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return quoted(harmless(text.value()));
    }
    if (cell instanceof Cell.Term term) {
      return quoted(harmless(term.name()));
    }
    if (cell instanceof Cell.Amount amount) {
      return String.valueOf(amount.value());
    }
    if (cell instanceof Cell.Share share) {
      return String.format(Locale.ROOT, "%.6f", share.value());
    }
    if (cell instanceof Cell.Moment moment) {
      return moment.at().toString();
    }
    return cell instanceof Cell.Day day ? day.day().toString() : "";
  }

  private static String harmless(String text) {
    String bare = text.stripLeading();
    boolean begins =
        (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
            || (!bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0);
    return begins ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
