package io.minewatch.ingest.gateway.national;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.rows.KnownUnits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The units that definition files told, on disk, so that a restart knows them: one a line, {@code
 * measure point unit made}. Safe for many threads.
 *
 * <p>A line that cannot be read is left out and said: its readings are then refused, which is seen,
 * and not taken in a unit that is a guess.
 */
public final class UnitsFile implements KnownUnits {
  /** More points than any mine has; beyond it no more are learned. */
  static final int MAX_POINTS = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(UnitsFile.class);

  private final Path file;
  private final Map<String, Told> units = new TreeMap<>();

  private record Told(String unit, Instant made) {}

  private UnitsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads what was kept; nothing yet if there is no file.
   *
   * @throws IOException if it is there and cannot be read
   */
  public static UnitsFile open(Path file) throws IOException {
    UnitsFile units = new UnitsFile(file);
    if (Files.exists(file)) {
      // Not readAllLines: one damaged byte would keep the gateway from starting.
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (!units.read(lines.get(i).split(" ", -1))) {
          LOG.warn("{}, line {} is left out: it is no unit of a point", file, i + 1);
        }
      }
    }
    return units;
  }

  private boolean read(String[] words) {
    try {
      if (words.length == 4 && Measure.valueOf(words[0]).factorFrom(words[2]) > 0) {
        units.put(words[0] + " " + words[1], new Told(words[2], Instant.parse(words[3])));
        return true;
      }
      return false;
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  @Override
  public synchronized @Nullable String unitOf(PointId point, Measure measure) {
    Told told = units.get(key(point, measure));
    return told == null ? null : told.unit();
  }

  /**
   * Learns the units of a definition file; safe on disk when it returns. What an older file says
   * replaces nothing; one by a right clock replaces what a clock that is still ahead of it said.
   *
   * @throws UncheckedIOException if they cannot be kept
   */
  public synchronized void learn(List<PointDefinition> points, FileHead head) {
    Map<String, Told> fresh = new TreeMap<>(units);
    for (PointDefinition point : points) {
      Told before = fresh.get(key(point.id(), point.measure()));
      boolean room = before != null || fresh.size() < MAX_POINTS;
      if (!point.unit().isEmpty() && room && !isOlder(head, before)) {
        fresh.put(key(point.id(), point.measure()), new Told(point.unit(), head.time()));
      }
    }
    if (fresh.equals(units)) {
      return;
    }
    try {
      write(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the units in " + file, e);
    }
    units.putAll(fresh);
  }

  /** What was made in the time to come was made by a clock that is ahead. */
  private static boolean isOlder(FileHead head, @Nullable Told before) {
    return before != null
        && head.time().isBefore(before.made())
        && !(head.isRight() && head.isAheadOfNow(before.made()));
  }

  private void write(Map<String, Told> fresh) throws IOException {
    StringBuilder text = new StringBuilder();
    fresh.forEach(
        (key, told) ->
            text.append(key)
                .append(' ')
                .append(told.unit())
                .append(' ')
                .append(told.made())
                .append('\n'));
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String key(PointId point, Measure measure) {
    return measure + " " + point;
  }
}
