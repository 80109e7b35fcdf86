package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.OwnAlarmRule;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a gateway with a wrong clock tells is dated by ours beside its own times: what is judged of
 * now, what comes late, and the alarms of the mine's own systems. Seconds since the start.
 */
class SkewedFactsTest {
  private static final int HOUR = 3_600;
  private static final int AHEAD = 2 * HOUR;
  private static final Subject GAS = Subject.of(new PointId("T0"));
  private static final OwnAlarmRule OWN =
      new OwnAlarmRule("own", OwnAlarm.Kind.OVER_LIMIT, "自报", "own", Severity.BLUE, Plans.SOURCE);

  private final Bench mine =
      new Bench(
          Plans.plan(
              1,
              List.of(Plans.point("T0", Measure.METHANE, "r")),
              List.of(OWN, Plans.rule("r", 0, 0))));
  private long number;

  private List<Finding> reading(int second, int measured, double value, Lane lane) {
    mine.last = new Verdicts();
    MineJudge.onReadings(
        mine.memory,
        Bench.batch("T0", value, "%CH4", Bench.millis(measured), Quality.GOOD),
        mine.origin(second, number++, lane),
        new Moment(Bench.millis(second), Bench.START),
        mine.last);
    return mine.last.findings();
  }

  /** Two minutes of harmless readings by a clock that is off by so much. */
  private void heard(int until, int off) {
    for (int second = until - 120; second < until; second += 10) {
      assertThat(reading(second, second + off, 0.2, Lane.LIVE)).isEmpty();
    }
  }

  private List<Finding> own(int second, @Nullable Integer told, int begin, @Nullable Integer end) {
    return own(second, told, begin, end, Lane.LIVE);
  }

  private List<Finding> own(
      int second, @Nullable Integer told, int begin, @Nullable Integer end, Lane lane) {
    Instant over = end == null ? null : Bench.instant(end);
    OwnAlarm alarm =
        new OwnAlarm(
            OwnAlarm.Kind.OVER_LIMIT, GAS, null, Bench.instant(begin), over, Map.of("max", "1"));
    mine.last = new Verdicts();
    MineJudge.onOwnAlarms(
        mine.memory,
        new OwnAlarms(List.of(alarm), told == null ? null : Bench.instant(told)),
        mine.origin(second, number++, lane),
        new Moment(Bench.millis(second), Bench.START),
        mine.last);
    return mine.last.findings();
  }

  @ParameterizedTest
  @ValueSource(ints = {AHEAD, -AHEAD, 3 * HOUR, 299, -299, 0})
  void whatIsFoundNowIsDatedByOurClockBesideItsOwnTimes(int off) {
    heard(200, off);
    Finding opened = reading(200, 200 + off, 1.2, Lane.LIVE).get(0);

    assertThat(opened.onset()).isEqualTo(Bench.instant(200 + off));
    assertThat(opened.begun())
        .isEqualTo(Math.abs(off) > 300 ? Bench.instant(200) : Bench.instant(200 + off));
    Finding cleared = reading(210, 210 + off, 0.2, Lane.LIVE).get(0);
    assertThat(cleared.kind()).isEqualTo(CLEARED);
    assertThat(cleared.id()).isEqualTo(opened.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {AHEAD, -AHEAD})
  void whatComesLateIsDatedByHowFarTheClockIsOff(int off) {
    heard(1_000, off);
    Finding opened = reading(1_000, 400 + off, 1.2, Lane.BACKFILL).get(0);

    assertThat(opened.lane()).isEqualTo(Lane.BACKFILL);
    assertThat(opened.onset()).isEqualTo(Bench.instant(400 + off));
    assertThat(opened.begun()).isEqualTo(Bench.instant(400));
    Finding cleared = reading(1_000, 410 + off, 0.2, Lane.BACKFILL).get(0);
    assertThat(cleared.happened()).isEqualTo(Bench.instant(410));
  }

  /** One wrong header of a host whose clock is right: nobody knows when, but not in the future. */
  @Test
  void nothingThatComesLateIsDatedAheadOfItsComing() {
    heard(1_000, 0);
    Finding opened = reading(1_000, 1_000 + AHEAD, 1.2, Lane.BACKFILL).get(0);

    assertThat(opened.begun()).isEqualTo(Bench.instant(1_000));
  }

  @Test
  void anOwnAlarmOfASystemWhoseClockIsAheadIsDatedByOurs() {
    Finding opened = own(100, 100 + AHEAD, 40 + AHEAD, null).get(0);
    assertThat(opened.kind()).isEqualTo(OPENED);
    assertThat(opened.onset()).isEqualTo(Bench.instant(40 + AHEAD));
    assertThat(opened.begun()).isEqualTo(Bench.instant(40));

    Finding cleared = own(200, 200 + AHEAD, 40 + AHEAD, 180 + AHEAD).get(0);
    assertThat(cleared.id()).isEqualTo(opened.id());
    assertThat(cleared.begun()).isEqualTo(Bench.instant(40));
    assertThat(cleared.happened()).isEqualTo(Bench.instant(180));
  }

  /** The personnel system's clock is right, whatever that of the monitoring host is. */
  @Test
  void anotherSystemsClockBehindTheSameGatewayIsNotTakenOff() {
    heard(100, AHEAD);
    assertThat(own(100, 98, 40, null).get(0).begun()).isEqualTo(Bench.instant(40));
  }

  /** What says nothing of its clock is taken for as wrong as the readings of its gateway. */
  @ParameterizedTest
  @CsvSource({"7200", "-7200"})
  void anOwnAlarmThatDoesNotSayWhenItWasToldGoesByTheReadingsOfItsGateway(int off) {
    heard(200, off);
    assertThat(own(200, null, 150 + off, null).get(0).begun()).isEqualTo(Bench.instant(150));
  }

  @Test
  void whatWaitedIsDatedByTheReadingsWhereTheseTellOfMore() {
    heard(HOUR, AHEAD);
    Finding opened = own(HOUR, 60 + AHEAD, AHEAD, null, Lane.BACKFILL).get(0);

    assertThat(opened.begun())
        .as("told an hour ago, an hour ahead of now")
        .isEqualTo(Bench.instant(0));
  }

  /** It began at 02:00 by the clock that was ahead, and ended half an hour later at 00:30. */
  @Test
  void theClockThatIsPutRightWhileAnAlarmStandsLetsItEnd() {
    Finding opened = own(10, 10 + AHEAD, AHEAD, null).get(0);
    Finding cleared = own(HOUR, HOUR, AHEAD, HOUR / 2).get(0);

    assertThat(cleared.kind()).isEqualTo(CLEARED);
    assertThat(cleared.id()).isEqualTo(opened.id());
    assertThat(cleared.happened()).isEqualTo(Bench.instant(HOUR / 2));
  }

  @Test
  void anEndBeforeTheBeginByAClockThatWasNeverAheadEndsNothing() {
    own(HOUR, HOUR, HOUR - 10, null);

    assertThat(own(HOUR + 60, HOUR + 60, HOUR - 10, HOUR / 2)).isEmpty();
    assertThat(mine.last.rejections())
        .extracting(refused -> refused.reason())
        .containsExactly(RejectReason.ABSURD_TIME);
    assertThat(own(HOUR + 120, HOUR + 120, HOUR - 10, HOUR + 90))
        .extracting(Finding::kind)
        .containsExactly(CLEARED);
  }
}
