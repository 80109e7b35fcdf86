package io.minewatch.e2e.console;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Findings of further mines and further points, as many and as fast as a test asks for. */
final class Flood {
  static final String MINE = "140921021337";
  private static final List<String> ZONES =
      List.of("face-0101", "return-0101", "intake-0101", "main-haulage", "heading-0201");

  /** How many were told. */
  final AtomicInteger told = new AtomicInteger();

  /** Whether what pours is to end. */
  final AtomicBoolean isOver = new AtomicBoolean();

  private final FloodBus bus;
  private final Clock clock;

  Flood(FloodBus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  /** The code of a mine by its number. */
  static String code(int number) {
    return String.valueOf(Long.parseLong(MINE) + number);
  }

  /** The flood goes on at an even rate, as from a judge that is not held up. */
  void pour(int first, int rate, int longest) {
    long began = System.nanoTime();
    for (int i = 0; i < rate * longest && !isOver.get(); i++) {
      long due = began + Duration.ofSeconds(1).toNanos() * i / rate;
      LockSupport.parkNanos(due - System.nanoTime());
      gas(0, first + i);
    }
  }

  void gas(int mine, int number) {
    tell(
        mine,
        "%02x%06x".formatted(mine, number),
        Subject.of(new PointId("flood-" + number)),
        ZONES.get(number % ZONES.size()),
        Severity.ORANGE);
  }

  void help() {
    tell(0, "ffffffff", new Subject(Subject.Kind.CARD, "c-7"), ZONES.get(0), Severity.RED);
  }

  private void tell(int mine, String id, Subject subject, String zone, Severity severity) {
    boolean person = subject.kind() == Subject.Kind.CARD;
    Instant now = clock.instant();
    bus.finding(
        new Finding(
            new FindingId(id + "f7f1c0a54f2d6f0d9f1c" + "%04x".formatted(mine)),
            0,
            FindingKind.OPENED,
            new MineCode(code(mine)),
            subject,
            new ZoneId(zone),
            person ? null : Measure.METHANE,
            person ? "" : "%CH4",
            person ? Check.PEOPLE : Check.LIMIT,
            "cn-coal-2025:536-2",
            severity,
            now,
            now,
            now,
            now,
            1.1,
            Quality.GOOD,
            1.0,
            1.1,
            now,
            1,
            Map.of()),
        now);
    told.incrementAndGet();
  }
}
