package io.minewatch.ingest.recorded;

import io.minewatch.ingest.recorded.RecordedSet.Source;
import io.minewatch.ingest.replay.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cell of a file's rows is which column. */
final class Cells {
  private final Map<String, Integer> place = new HashMap<>();
  private final Source source;

  /**
   * Looks the columns up once.
   *
   * @throws IOException if the file has not the columns that the table says
   */
  Cells(Recording recording, Source source) throws IOException {
    this.source = source;
    List<String> wanted = new ArrayList<>(source.time().columns());
    source.series().forEach(series -> wanted.add(series.column().name()));
    if (source.split() != null) {
      wanted.add(source.split());
    }
    if (source.people() != null) {
      wanted.add(source.people().card());
      wanted.add(source.people().place());
    }
    for (String name : wanted) {
      int at = recording.names().indexOf(name);
      if (at < 0) {
        throw recording.refused("no column '" + name + "', it has " + recording.names());
      }
      place.put(name, at);
    }
  }

  List<String> time(String[] row) {
    return source.time().columns().stream().map(name -> of(name, row)).toList();
  }

  String of(String name, String[] row) {
    return row[place.getOrDefault(name, 0)];
  }

  /** What the row adds to the names of its points. */
  String split(String[] row) {
    @Nullable String column = source.split();
    return column == null ? "" : of(column, row).replace("'", "");
  }
}
