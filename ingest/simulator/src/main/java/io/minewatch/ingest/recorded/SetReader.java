package io.minewatch.ingest.recorded;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.ingest.recorded.RecordedSet.People;
import io.minewatch.ingest.recorded.RecordedSet.Series;
import io.minewatch.ingest.recorded.RecordedSet.Source;
import io.minewatch.ingest.replay.Recording;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a whole set into memory, in the order of measured time: files differ in order (some newest
 * first) and belong together. Bounded by {@link #MOST}.
 */
public final class SetReader {
  /** The largest set has a third of it. */
  static final int MOST = 3_000_000;

  private final RecordedSet set;
  private final List<Recorded> found = new ArrayList<>();
  private long missing;

  private SetReader(RecordedSet set) {
    this.set = set;
  }

  /**
   * What a set holds.
   *
   * @param events ascending in measured time
   * @param missing values that the recording does not have or that are no numbers, and positions
   *     without a place
   */
  record Content(List<Recorded> events, long missing) {
    Content {
      events = List.copyOf(events);
    }
  }

  /**
   * Reads the files of a set below a folder.
   *
   * @throws IOException naming file and line of what is not understood, or the file that is not
   *     there
   */
  static Content read(RecordedSet set, Path folder) throws IOException {
    SetReader reader = new SetReader(set);
    for (Source source : set.sources()) {
      for (Path file : files(folder, source.file())) {
        reader.read(source, file);
      }
    }
    reader.found.sort(Comparator.comparing(Recorded::at));
    return new Content(reader.found, reader.missing);
  }

  private static List<Path> files(Path folder, String pattern) throws IOException {
    Path place = folder.resolve(pattern);
    String name = String.valueOf(place.getFileName());
    Path parent = place.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException("no folder " + parent);
    }
    PathMatcher fits = FileSystems.getDefault().getPathMatcher("glob:" + name);
    try (Stream<Path> all = Files.list(parent)) {
      List<Path> files = all.filter(file -> fits.matches(file.getFileName())).sorted().toList();
      if (files.isEmpty()) {
        throw new IOException("no file " + place);
      }
      return files;
    }
  }

  private void read(Source source, Path file) throws IOException {
    try (Recording recording = Recording.open(file, source.header())) {
      Cells cells = new Cells(recording, source);
      Map<String, Instant> told = new HashMap<>();
      long row = 0;
      for (String[] each = recording.next(); each != null; each = recording.next()) {
        try {
          Instant at = source.time().at(cells.time(each), row++, set.begin());
          if (source.isWanted(at)) {
            take(source, cells, each, at, told);
          }
        } catch (DateTimeException | IllegalArgumentException e) {
          throw recording.refused(String.valueOf(e.getMessage()));
        }
        if (found.size() > MOST) {
          throw recording.refused("more than " + MOST + " values in one set");
        }
      }
    }
  }

  private void take(
      Source source, Cells cells, String[] row, Instant at, Map<String, Instant> told) {
    String end = cells.split(row);
    for (Series series : source.series()) {
      String cell = cells.of(series.column().name(), row);
      if (cell.isEmpty() || cell.equals("?") || source.missing().contains(cell)) {
        missing++;
        continue;
      }
      double value = number(cell) * series.factor();
      if (Double.isNaN(value)) {
        missing++;
        continue;
      }
      found.add(new Recorded.Value(series.point(end), value, series.column().unit(), at));
    }
    People people = source.people();
    if (people != null) {
      position(people, cells, row, at, told);
    }
  }

  /** NaN for what is no number: recordings hold slips of the pen. */
  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private void position(
      People people, Cells cells, String[] row, Instant at, Map<String, Instant> told) {
    String card = set.mine() + card(cells.of(people.card(), row));
    Instant last = told.get(card);
    if (last != null && Duration.between(last, at).abs().compareTo(people.every()) < 0) {
      return;
    }
    String zone = people.places().zone(cells.of(people.place(), row));
    if (zone == null) {
      missing++;
      return;
    }
    told.put(card, at);
    CardId id = new CardId(card);
    found.add(
        new Recorded.Position(new Fix(id, at, true, new ZoneId(zone), null, "", 0, false, false)));
  }

  private static String card(String cell) {
    String bare = cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return bare.length() < 5 ? "0".repeat(5 - bare.length()) + bare : bare;
  }
}
