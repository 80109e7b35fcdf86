package io.minewatch.alerting.api;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The four-line index as a table (RFC 4180); times are whole seconds. */
final class FourLineCsv {
  private static final String END = "\r\n";

  private FourLineCsv() {}

  static String of(Question question, List<Row> rows) {
    StringBuilder text = new StringBuilder("place,from,to,mines");
    for (FourLine line : FourLine.values()) {
      String name = line.name().toLowerCase(Locale.ROOT);
      text.append(",%1$s_times,%1$s_s,%1$s_point_s".formatted(name));
    }
    text.append(",region_times,region_s,platform_times,unwatched_s,open,heard_share").append(END);
    rows.forEach(row -> text.append(line(question, row)).append(END));
    return text.toString();
  }

  private static String line(Question question, Row row) {
    List<Object> cells =
        new ArrayList<>(List.of(row.place(), question.first(), question.last(), row.mines()));
    for (FourLine line : FourLine.values()) {
      Row.Count count = row.lines().getOrDefault(line, Row.Count.NONE);
      cells.add(count.times());
      cells.add(count.time().toSeconds());
      cells.add(count.pointTime().toSeconds());
    }
    cells.add(row.region().times());
    cells.add(row.region().time().toSeconds());
    cells.add(row.platform());
    cells.add(row.unwatched().toSeconds());
    cells.add(row.open());
    Double heard = row.heard();
    cells.add(heard == null ? "" : String.format(Locale.ROOT, "%.6f", heard));
    return cells.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
