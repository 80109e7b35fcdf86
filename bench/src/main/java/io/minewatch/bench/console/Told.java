package io.minewatch.bench.console;

import io.minewatch.domain.feed.Summary;
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
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What judging would say of a mine. */
final class Told {
  /** Beyond the time within which two findings of one mine and hazard are one cause. */
  private static final Duration APART = Duration.ofDays(1);

  private Told() {}

  /** A point and its zone. */
  record Place(String point, String zone) {}

  /** A mine all of whose points are heard. */
  static Summary summary(MineCode mine, Instant at, int points, int people) {
    return new Summary(
        mine,
        at,
        1,
        points,
        points,
        0,
        0,
        0,
        people,
        at,
        0,
        List.of(),
        List.of(),
        new Summary.Readings(0, 0, 0),
        List.of(),
        List.of());
  }

  /** Gas above its limit, a cause of its own for each number; the first is the worst, and new. */
  static Envelope finding(MineCode mine, Place place, int number, Instant at) {
    Instant onset = at.minus(APART.multipliedBy(number));
    Finding finding =
        new Finding(
            new FindingId("%08x".formatted(number) + mine.value() + "0".repeat(12)),
            0,
            FindingKind.OPENED,
            mine,
            Subject.of(new PointId(place.point())),
            new ZoneId(place.zone()),
            Measure.METHANE,
            Measure.METHANE.unit(),
            Check.LIMIT,
            "cn-coal-2025:536-2",
            number == 0 ? Severity.RED : Severity.ORANGE,
            onset,
            at,
            at,
            at,
            1.1,
            Quality.GOOD,
            1.0,
            1.1,
            at,
            1,
            Map.of());
    return Mail.of(Topic.of(Topic.Kind.FINDINGS, mine), finding);
  }
}
