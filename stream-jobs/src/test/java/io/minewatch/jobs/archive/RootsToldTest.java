package io.minewatch.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import io.minewatch.series.store.ReadingLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of each hour is what the store then holds of it, whatever happened in between. */
class RootsToldTest extends RootsStory {
  private static final int MINUTES = 300;

  /** Late by minutes or hours, twice, told anew by a clock put back; the job is killed at will. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsToldIsWhatTheStoreHolds(long seed) throws Exception {
    Random random = new Random(seed);
    Map<Long, List<Envelope>> late = new HashMap<>();
    take(plan());
    for (int minute = 0; minute < MINUTES; minute++) {
      now = START + minute * MINUTE;
      long back = random.nextInt(20) == 0 ? MINUTE * random.nextInt(3) : 0;
      Envelope message = gas(minute, now - back, random);
      if (random.nextInt(6) == 0) {
        long wait = 1L + random.nextInt(100);
        late.computeIfAbsent(minute + wait, m -> new ArrayList<>()).add(message);
      } else {
        take(message);
      }
      for (Envelope each : late.getOrDefault((long) minute, List.of())) {
        take(received(each));
      }
      if (random.nextInt(10) == 0) {
        take(received(message)); // once more
      }
      if (random.nextInt(12) == 0) {
        kill(random);
      }
      if (random.nextInt(3) == 0) {
        checkpoint();
      }
    }
    now += 10 * MINUTE;
    checkpoint();
    now += 10 * MINUTE;
    checkpoint();

    assertThat(told).isNotNull();
    assertThat(told.hours())
        .extracting(hour -> hour.hour().toString())
        .contains("2026-01-01T02:00:00Z", "2026-01-01T03:00:00Z", "2026-01-01T04:00:00Z");
    assertThat(told.key()).isEqualTo(KEY.id());
    for (KeptRoots.Hour hour : told.hours()) {
      assertThat(hour.roots()).hasSize(1);
      KeptRoots.Root root = hour.roots().get(0);
      assertThat(root).as("%s", hour.hour()).isEqualTo(ofStore(hour.hour(), root.again()));
    }
  }

  private Envelope received(Envelope message) {
    return new Envelope(
        message.topic(),
        message.payload(),
        message.contentType(),
        message.session(),
        message.sequence(),
        message.lane(),
        now);
  }

  private KeptRoots.Root ofStore(Instant hour, long again) {
    Sealer sealer = KEY.sealer();
    Set<String> seen = new HashSet<>();
    RootSum sum = new RootSum();
    for (String line : store.values()) {
      ReadingLine reading = ReadingLine.of(line);
      if (reading != null
          && Math.floorDiv(reading.millis(), 60 * MINUTE) * 60 * MINUTE == hour.toEpochMilli()
          && seen.add(reading.millis() + " " + reading.value() + " " + reading.quality())) {
        sum.add(
            sealer.hash(
                new Sealer.Of(reading.mine(), reading.measure(), reading.point()),
                reading.value(),
                reading.quality(),
                reading.millis()));
      }
    }
    RootSum found = RootSum.of(sum.count(), again, sum.limbs());
    return new KeptRoots.Root(
        Measure.METHANE,
        sum.count(),
        again,
        sealer.seal("140921021337", Measure.METHANE, hour, found));
  }
}
