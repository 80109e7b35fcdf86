package io.minewatch.ingest.files.rows;

import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.table.ValueColumn;
import io.minewatch.ingest.files.words.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Definitions of points: safety monitoring, water, tailings. */
final class PointRows implements Collector {
  private static final Set<String> USED = Set.of("code", "unit", "place", "time");

  private final Vocabulary words;
  private final List<PointDefinition> points = new ArrayList<>();

  PointRows(Vocabulary words) {
    this.words = words;
  }

  @Override
  public void take(Row row) throws BadField {
    List<PointDefinition> taken = new ArrayList<>();
    for (ValueColumn column : row.format().values()) {
      Measured what = Measured.of(row, column, words, KnownUnits.NONE);
      String name = row.text("place").isEmpty() ? row.text("name") : row.text("place");
      Set<String> used = new HashSet<>(USED);
      used.addAll(row.limits().keySet());
      taken.add(
          new PointDefinition(
              what.point(), what.measure(), what.unit(), name, row.limits(), row.told(used)));
    }
    points.addAll(taken);
  }

  @Override
  public Content content() {
    return new Content.Points(points);
  }
}
