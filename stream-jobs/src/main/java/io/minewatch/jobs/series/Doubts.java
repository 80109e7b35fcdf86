package io.minewatch.jobs.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;
import io.minewatch.series.store.ReadingLine;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The times of a chunk of which another reading may be kept, by mine and measure. Looked up in
 * spans as short as the times allow: a message that comes late tells of a second or two.
 */
final class Doubts {
  /** Questions to the store for one chunk; what is beyond them is not compared. */
  static final int MOST_LOOKS = 200;

  /** Times that are further apart than this are looked up apart. */
  private static final long APART_MILLIS = 60_000;

  /** The longest span of one question: of 1,000 points each second's reading still fits. */
  private static final long LONGEST_MILLIS = 300_000;

  private final Map<String, Map<Measure, TreeMap<Long, Integer>>> times = new TreeMap<>();
  private int count;
  private int left;

  private Doubts() {}

  static Doubts of(Chunk chunk) {
    Doubts doubts = new Doubts();
    for (SeriesBatch part : chunk.parts()) {
      if (part.isInDoubt()) {
        for (ReadingLine line : readings(part)) {
          if (line.beside() > 0) {
            doubts.count++;
            doubts
                .times
                .computeIfAbsent(line.mine(), mine -> new TreeMap<>())
                .computeIfAbsent(line.measure(), measure -> new TreeMap<>())
                .merge(line.millis(), 1, Integer::sum);
          }
        }
      }
    }
    return doubts;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Readings in doubt. */
  int count() {
    return count;
  }

  /** What is to be looked up. */
  Set<Measure> measures() {
    return times.values().stream()
        .flatMap(of -> of.keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Of these, those for whose times there was no question left. */
  int left() {
    return left;
  }

  /** The readings of a message of which others of the same mine are in doubt. */
  List<ReadingLine> lines(SeriesBatch part) {
    return times.containsKey(Topic.mineOf(part.topic())) ? readings(part) : List.of();
  }

  private static List<ReadingLine> readings(SeriesBatch part) {
    return new String(part.lines(), UTF_8)
        .lines()
        .map(ReadingLine::of)
        .filter(Objects::nonNull)
        .toList();
  }

  void lookUp(SeriesStore store, KeptReadings kept) {
    int looks = 0;
    left = 0;
    for (Map.Entry<String, Map<Measure, TreeMap<Long, Integer>>> mine : times.entrySet()) {
      for (Map.Entry<Measure, TreeMap<Long, Integer>> of : mine.getValue().entrySet()) {
        for (List<Long> near : near(of.getValue().keySet())) {
          if (looks == MOST_LOOKS) {
            left += near.stream().mapToInt(time -> of.getValue().getOrDefault(time, 0)).sum();
          } else {
            looks++;
            lookUp(store, mine.getKey(), of.getKey(), near, kept);
          }
        }
      }
    }
  }

  private static void lookUp(
      SeriesStore store, String mine, Measure measure, List<Long> near, KeptReadings kept) {
    Instant from = Instant.ofEpochMilli(near.get(0));
    Instant to = Instant.ofEpochMilli(near.get(near.size() - 1)).plusMillis(1);
    for (Recorded row : store.recorded(new MineCode(mine), measure, new Span(from, to))) {
      kept.add(
          new ReadingLine(
              measure, mine, row.point(), row.at().toEpochMilli(), 0, row.value(), row.quality()));
    }
  }

  private static List<List<Long>> near(Iterable<Long> sorted) {
    List<List<Long>> all = new ArrayList<>();
    List<Long> near = new ArrayList<>();
    for (long time : sorted) {
      if (!near.isEmpty()
          && (time - near.get(near.size() - 1) > APART_MILLIS
              || time - near.get(0) > LONGEST_MILLIS)) {
        all.add(near);
        near = new ArrayList<>();
      }
      near.add(time);
    }
    all.add(near);
    return all;
  }
}
