package io.minewatch.bench.chain;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Findings of which each is a cause of its own: one to each underground zone of the demo mine, in
 * as many mines as it takes, with onsets so far apart that no two belong together.
 *
 * @param count of findings
 * @param at when they are measured and judged
 */
public record ChainLoad(int count, Instant at) {
  private static final List<String> ZONES =
      List.of(
          "main-shaft",
          "main-haulage",
          "pump-room",
          "intake-0101",
          "face-0101",
          "return-0101",
          "heading-return-0201",
          "heading-0201");

  private static final String DEMO_CODE = "140921021337";

  /** Beyond the time within which two findings of one mine and hazard are one cause. */
  private static final Duration APART = Duration.ofDays(1);

  public ChainLoad {
    if (count < 1) {
      throw new IllegalArgumentException("a load has at least one finding, was " + count);
    }
  }

  private static String mine(int number) {
    return "140921%06d".formatted(number / ZONES.size());
  }

  /** The same for every run; the first eight digits are the number. */
  private static FindingId id(int number) {
    return new FindingId("%08x".formatted(number) + "0".repeat(24));
  }

  /**
   * Writes the registry of every mine, made from that of the demo mine.
   *
   * @param demo its file
   */
  public void mines(Path demo, Path folder) throws IOException {
    String text = Files.readString(demo);
    for (int i = 0; i < count; i += ZONES.size()) {
      Files.writeString(folder.resolve(mine(i) + ".yaml"), text.replace(DEMO_CODE, mine(i)));
    }
  }

  /** The message of a finding. */
  public Envelope message(int number) {
    int zone = number % ZONES.size();
    MineCode mine = new MineCode(mine(number));
    Finding finding =
        new Finding(
            id(number),
            0,
            FindingKind.OPENED,
            mine,
            Subject.of(new PointId("T-" + zone)),
            new ZoneId(ZONES.get(zone)),
            Measure.METHANE,
            Measure.METHANE.unit(),
            Check.LIMIT,
            "cn-coal-2025:536-2",
            Severity.ORANGE,
            at.minus(APART.multipliedBy(zone)),
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
    return new Envelope(
        Topic.of(Topic.Kind.FINDINGS, mine).toString(),
        Messages.write(finding),
        ContentTypes.JSON,
        "",
        Envelope.NO_SEQUENCE,
        Lane.LIVE,
        at.toEpochMilli());
  }
}
