package io.minewatch.standalone.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileReading;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.layout.LocalTimes;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.memory.NewestFiles;
import io.minewatch.ingest.files.read.Arrival;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import io.minewatch.ingest.files.write.Dialect;
import io.minewatch.ingest.files.write.FileWriter;
import io.minewatch.ingest.files.write.WrittenFile;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.simulator.MineModel;
import io.minewatch.ingest.simulator.Reading;
import io.minewatch.ingest.world.ModelSettings;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * A mine whose monitoring host has a wrong clock, from its national files to what is found: not one
 * reading is lost, and what is found as of now, and when, is what a right clock would have given.
 */
class SkewedHostTest {
  private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
  private static final int MINUTES = 40;

  /** What a clock is off is known to the least delay of a message. */
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private static final Plan DEMO =
      Objects.requireNonNull(
              MineLoader.load(Path.of("../deploy/demo"), RulePackLoader.load(Path.of("../rules")))
                  .get("140921021337"))
          .plan();
  private static final Script SCRIPT =
      ScriptText.parse(
          List.of(
              "after 5m drive T1-0101 to 1.8 within 40s hold 4m fall 90s",
              "after 12m drive T1-0201 to 1.3 within 60s hold 9m fall 60s",
              "after 16m cut T2-0101 for 4m as DISCONNECTED",
              "after 28m drive T2-0101 to 1.6 within 60s hold 4m fall 60s"));

  private final FileWriter writer =
      new FileWriter(Tables.formats(), LocalTimes.CHINA, Dialect.COAL, DEMO.mine(), "示范煤矿");
  private final FileReader reader =
      new FileReader(Tables.formats(), Tables.words(), FileRules.NATIONAL);
  private final NewestFiles files = new NewestFiles();
  private final List<Finding> findings = new ArrayList<>();
  private final MineMemory memory = new MineMemory(DEMO, START.toEpochMilli());
  private long told;
  private long taken;
  private long late;
  private long rejected;

  /**
   * Plays the script through files.
   *
   * @param ahead by how many seconds the clock is ahead, by minute of the run
   */
  private List<String> played(ToLongFunction<Integer> ahead) {
    MineModel model = new MineModel(DEMO, ModelSettings.modelColliery(7), SCRIPT, START);
    Instant until = START.plus(Duration.ofMinutes(MINUTES));
    long sequence = 0;
    while (model.nextAt().isBefore(until)) {
      Instant now = model.nextAt();
      int minute = (int) Duration.between(START, now).toMinutes();
      List<Reading> readings = model.next(null).readings();
      Moment moment = new Moment(now.toEpochMilli(), START.toEpochMilli());
      if (!readings.isEmpty()) {
        sequence = hear(readings, now, ahead.applyAsLong(minute), sequence);
      }
      Verdicts out = new Verdicts();
      MineJudge.onTime(memory, moment, out);
      findings.addAll(out.findings());
    }
    return findings.stream()
        .filter(each -> each.lane() == Lane.LIVE)
        .filter(each -> each.check() == Check.LIMIT || each.check() == Check.SILENCE)
        .map(
            each -> each.subject() + " " + each.rule() + " " + each.kind() + " at " + each.judged())
        .sorted()
        .toList();
  }

  private long hear(List<Reading> readings, Instant now, long ahead, long sequence) {
    List<FileReading> shown =
        readings.stream()
            .map(
                each ->
                    new FileReading(
                        each.point(),
                        each.measure(),
                        each.value(),
                        each.measure().unit(),
                        each.measured().plusSeconds(ahead),
                        each.quality(),
                        ""))
            .toList();
    told += shown.size();
    WrittenFile file = writer.readings(now.plusSeconds(ahead), shown);
    FileResult result = reader.read(new Arrival(file.name(), file.bytes(), now, now));
    assertThat(result).isInstanceOf(FileResult.Taken.class);
    FileResult.Taken read = (FileResult.Taken) result;
    assertThat(read.refused()).isEmpty();
    List<FileReading> content = ((Content.Readings) read.content()).readings();
    ReadingBatch live = new ReadingBatch();
    ReadingBatch past = new ReadingBatch();
    for (FileReading each : content) {
      boolean isLate = files.isLate(read.head(), each.point().value(), now);
      late += isLate ? 1 : 0;
      taken++;
      (isLate ? past : live)
          .add(
              each.point().value(),
              each.value(),
              each.unit(),
              each.at().toEpochMilli(),
              each.quality());
    }
    List<String> names = content.stream().map(each -> each.point().value()).toList();
    files.keep(read.head(), file.bytes(), names, now);
    long next = judge(live, Lane.LIVE, now, sequence);
    return judge(past, Lane.BACKFILL, now, next);
  }

  private long judge(ReadingBatch batch, Lane lane, Instant now, long sequence) {
    if (batch.size() == 0) {
      return sequence;
    }
    Verdicts out = new Verdicts();
    Origin origin = new Origin("t", Judged.GAS, "s1", sequence, lane, now.toEpochMilli());
    Moment moment = new Moment(now.toEpochMilli(), START.toEpochMilli());
    MineJudge.onReadings(memory, batch, origin, moment, out);
    findings.addAll(out.findings());
    rejected += out.rejections().size();
    return sequence + 1;
  }

  private static List<String> byARightClock() {
    List<String> found = new SkewedHostTest().played(minute -> 0);
    assertThat(found).hasSizeGreaterThan(8);
    return found;
  }

  @Test
  void aClockTwoHoursAheadChangesNothingOfWhatIsFoundAndWhen() {
    assertThat(played(minute -> 7_200)).isEqualTo(byARightClock());
    assertThat(taken).isEqualTo(told);
    assertThat(late + rejected).isZero();
  }

  @Test
  void aClockTwoHoursBehindChangesNothingEither() {
    assertThat(played(minute -> -7_200)).isEqualTo(byARightClock());
    assertThat(taken).isEqualTo(told);
    assertThat(late + rejected).isZero();
  }

  /** A second in ten: no file is further ahead than the one before by what would be a jump. */
  @Test
  void aClockThatDriftsFarAheadChangesNothingEither() {
    assertThat(played(minute -> 270 + minute * 6L)).isEqualTo(byARightClock());
    assertThat(taken).isEqualTo(told);
    assertThat(late + rejected).isZero();
  }

  /** Where its clock is right, ahead or was just put right: when it happened is what we say. */
  @Test
  void whatIsFoundIsDatedByOurClock() {
    List<Instant> right = new ArrayList<>();
    SkewedHostTest other = new SkewedHostTest();
    other.played(minute -> 0);
    other.findings.stream().filter(SkewedHostTest::isLimit).forEach(f -> right.add(f.begun()));

    played(minute -> 7_200);

    assertThat(findings.stream().filter(SkewedHostTest::isLimit).map(Finding::begun))
        .hasSameSizeAs(right)
        .zipSatisfy(
            right, (ours, its) -> assertThat(Duration.between(its, ours).abs()).isLessThan(CLOSE));
  }

  private static boolean isLimit(Finding finding) {
    return finding.check() == Check.LIMIT;
  }

  /** Files of the wrong clock that come late, and a clock that went ahead: none from the future. */
  @Test
  void noPastFactIsDatedAheadOfWhenItCame() {
    played(minute -> minute / 7 % 2 == 0 ? 0 : 3_600L * (1 + minute / 14));

    assertThat(findings)
        .filteredOn(each -> each.lane() == Lane.BACKFILL)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.begun()).isBeforeOrEqualTo(each.received()));
  }

  /** Through an excursion it jumps ahead, is put right, and jumps again. */
  @Test
  void aClockThatJumpsAheadAndIsPutRightLosesNothingAndMisjudgesNothing() {
    assertThat(played(minute -> minute / 7 % 2 == 0 ? 0 : 3_600L * (1 + minute / 14)))
        .isEqualTo(byARightClock());
    assertThat(taken).isEqualTo(told);
    assertThat(rejected).isZero();
    assertThat(late).as("for two periods after each jump ahead").isBetween(1L, 200L);
  }
}
