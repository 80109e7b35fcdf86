package io.minewatch.jobs.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.jobs.state.PointsSerializer;
import io.minewatch.series.note.Statistic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Readings come late and early, of three points; the job fails at any time and begins again from
 * its last checkpoint, with timers that fire at other moments. A store keeps one piece for one
 * number.
 */
class PointsCourseTest {
  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private Points points = new Points();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverFailsNothingIsLostAndNothingDoubled(long seed) throws Exception {
    Random random = new Random(seed);
    List<Reading> readings = readings(random);
    Map<String, Statistic> store = new HashMap<>();
    long checkpoint = 0;
    byte[] saved = PointsTest.bytes(new Points());
    int savedAt = 0;
    points = new Points();
    long completed = 0;
    for (int next = 0; next < readings.size(); ) {
      Reading reading = readings.get(next++);
      take(reading, checkpoint);
      if (random.nextInt(20) == 0) {
        points.closeIdle(reading.received() + random.nextInt(600_000), checkpoint);
        points.due(completed).forEach(piece -> store(store, piece));
      }
      if (random.nextInt(30) == 0) {
        checkpoint++;
        byte[] at = PointsTest.bytes(points);
        if (random.nextInt(3) > 0) {
          saved = at;
          savedAt = next;
          completed = checkpoint;
        }
      }
      if (random.nextInt(200) == 0) {
        points = read(saved);
        next = savedAt;
        checkpoint = completed;
      }
    }
    points.closeIdle(Long.MAX_VALUE, checkpoint);
    points.due(checkpoint + 1).forEach(piece -> store(store, piece));

    assertThat(sums(store)).isEqualTo(truth(readings));
  }

  private record Reading(String point, double value, Quality quality, long at, long received) {}

  private static List<Reading> readings(Random random) {
    List<Reading> all = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      long received = START + i * 5_000L;
      // Times apart by a number of their own: none is told twice.
      long late = random.nextInt(10) == 0 ? random.nextInt(3_600_000) : 0;
      long at = (received - late) / 5_000 * 5_000 + i % 5_000;
      Quality quality = random.nextInt(7) == 0 ? Quality.DISCONNECTED : Quality.GOOD;
      all.add(new Reading("p" + random.nextInt(3), random.nextInt(100), quality, at, received));
    }
    return all;
  }

  private void take(Reading reading, long checkpoint) {
    Points.Told told =
        new Points.Told(reading.value(), reading.quality(), reading.at(), reading.received());
    points.take(reading.point(), Measure.METHANE, told, checkpoint);
  }

  private static void store(Map<String, Statistic> store, Closed piece) {
    String place = piece.point() + " " + piece.statistic().window() + " " + piece.number();
    store.put(place, piece.statistic());
  }

  private static Map<String, String> sums(Map<String, Statistic> store) {
    Map<String, Statistic> sums = new TreeMap<>();
    store.forEach(
        (place, piece) ->
            sums.merge(place.substring(0, place.lastIndexOf(' ')), piece, Statistic::plus));
    Map<String, String> shown = new TreeMap<>();
    sums.forEach(
        (window, all) ->
            shown.put(
                window, all.count() + " " + all.measured() + " " + all.min() + " " + all.max()));
    return shown;
  }

  private static Map<String, String> truth(List<Reading> readings) {
    Map<String, List<Reading>> windows = new TreeMap<>();
    for (Reading each : readings) {
      String window = each.point() + " " + Instant.ofEpochMilli(Statistic.windowOf(each.at()));
      windows.computeIfAbsent(window, key -> new ArrayList<>()).add(each);
    }
    Map<String, String> shown = new TreeMap<>();
    windows.forEach(
        (window, all) -> {
          var good =
              all.stream()
                  .filter(each -> each.quality() == Quality.GOOD)
                  .mapToDouble(Reading::value)
                  .summaryStatistics();
          boolean none = good.getCount() == 0;
          shown.put(
              window,
              all.size()
                  + " "
                  + good.getCount()
                  + " "
                  + (none ? Double.NaN : good.getMin())
                  + " "
                  + (none ? Double.NaN : good.getMax()));
        });
    return shown;
  }

  private static Points read(byte[] bytes) throws Exception {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    Points points = new PointsSerializer().deserialize(in);
    assertThat(in.available()).isZero();
    return points;
  }
}
