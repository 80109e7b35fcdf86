package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.feed.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway's clock may show what it likes: what is judged is the same. */
class WrongClockTest {
  private static final int PERIOD = 10;
  private static final int LENGTH = 6 * 3_600;
  private static final int HOUR = 3_600;
  private static final int DELAY = 25;

  private final MineMemory memory = new MineMemory(Plans.methane(1, DELAY, DELAY), Bench.START);
  private final List<Finding> findings = new ArrayList<>();

  private void judge(String gateway, String session, long number, int second, int off, double v) {
    ReadingBatch batch = Bench.batch("T0", v, "", Bench.millis(second + off), Quality.GOOD);
    Verdicts out = new Verdicts();
    Moment moment = new Moment(Bench.millis(second), Bench.START);
    MineJudge.onReadings(memory, batch, origin(gateway, session, number, second), moment, out);
    findings.addAll(out.findings());
    Verdicts later = new Verdicts();
    MineJudge.onTime(memory, moment, later);
    findings.addAll(later.findings());
  }

  private static Origin origin(String gateway, String session, long number, int second) {
    return new Origin(
        "t", new GatewayId(gateway), session, number, Lane.LIVE, Bench.millis(second));
  }

  /** What a person would notice: what happened and when, not what the gateway's clock showed. */
  private record Noticed(FindingKind kind, int number, Instant received, Instant judged) {}

  private List<Noticed> run(IntUnaryOperator off) {
    findings.clear();
    Random random = new Random(77);
    double level = 0.8;
    for (int second = 0; second < LENGTH; second += PERIOD) {
      level = Math.min(2, Math.max(0, level + random.nextGaussian() * 0.12));
      judge("gw", "s1", second / PERIOD, second, off.applyAsInt(second), level);
    }
    return findings.stream()
        .map(f -> new Noticed(f.kind(), f.fact(), f.received(), f.judged()))
        .toList();
  }

  @ParameterizedTest(name = "off by {0} s, from second {1} by {2} s, from second {3} by {4} s")
  @CsvSource({
    "7200, 0, 7200, 0, 7200",
    "-7200, 0, -7200, 0, -7200",
    "0, 7000, -7200, 7000, -7200",
    "0, 7000, 7200, 7000, 7200",
    "0, 7000, -7200, 14000, 0",
    "0, 7000, 7200, 14000, 0",
    "7200, 7000, -7200, 14000, 7200",
    "-7200, 7000, 7200, 7100, -7200",
    "0, 5000, -60, 10000, 60",
    "0, 5000, -20, 10000, 0",
    "0, 3000, 86000, 9000, -86000"
  })
  void everyReadingIsJudgedAndTheFactsComeWhenTheyWouldHaveCome(
      int first, int from, int then, int later, int last) {
    List<Noticed> expected = run(second -> 0);
    WrongClockTest wrong = new WrongClockTest();

    List<Noticed> noticed =
        wrong.run(second -> second >= later ? last : second >= from ? then : first);

    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(wrong.memory.tally().late()).isZero();
    assertThat(wrong.memory.tally().rejected()).isZero();
    assertThat(noticed).isEqualTo(expected);
    assertThat(wrong.excursions()).isEqualTo(excursions());
  }

  private int excursions() {
    Set<FindingId> ids = new HashSet<>();
    findings.forEach(finding -> ids.add(finding.id()));
    return ids.size();
  }

  @Test
  void twoExcursionsThatSeemToBeginInTheSameMillisecondHaveTwoNames() {
    int[] seconds = {0, 30, 60, 90};
    for (int i = 0; i < seconds.length; i++) {
      judge("gw", "s1", i, seconds[i], 0, i < 2 ? 1.2 : 0.2);
    }
    for (int i = 0; i < seconds.length; i++) {
      judge("gw", "s1", 4 + i, HOUR + seconds[i], -HOUR, i < 2 ? 1.2 : 0.2);
    }

    assertThat(findings)
        .extracting(Finding::kind)
        .containsExactly(
            FindingKind.OPENED, FindingKind.CLEARED, FindingKind.OPENED, FindingKind.CLEARED);
    assertThat(excursions()).isEqualTo(2);
    assertThat(findings.get(0).onset()).isEqualTo(Bench.instant(0));
    assertThat(findings.get(2).onset()).isEqualTo(Bench.instant(0).plusMillis(1));
  }

  @Test
  void aGatewayThatComesBackWithItsClockTwoHoursBehindIsHeardAtOnce() {
    judge("gw", "s1", 500, 0, 0, 0.4);
    judge("gw", "s2", 0, 60, -2 * HOUR, 1.2);
    judge("gw", "s2", 1, 60 + DELAY, -2 * HOUR, 1.2);

    assertThat(findings).extracting(Finding::kind).containsExactly(FindingKind.OPENED);
    judge("gw", "s1", 501, 90, 0, 0.1);
    assertThat(memory.tally().late()).as("the session before has had its say").isEqualTo(1);
  }

  @Test
  void aPointThatMovesToAGatewayWithAWrongClockIsHeardAtOnce() {
    for (int second = 0; second < 100; second += PERIOD) {
      judge("gw", "s1", second, second, 0, 0.4);
      judge("other", "x1", second, second, -2 * HOUR, 0.4);
    }
    long before = memory.tally().judged();
    judge("other", "x1", 100, 101, -2 * HOUR, 1.2);

    assertThat(memory.tally().judged()).isEqualTo(before + 1);
  }

  @Test
  void withoutNumbersNotMoreThanTheToleranceIsLost() {
    int lost = 0;
    for (int second = 0; second < 4 * HOUR; second += PERIOD) {
      long before = memory.tally().judged();
      judge("gw", "", -1, second, second < HOUR ? 0 : -2 * HOUR, 0.4);
      lost += memory.tally().judged() == before ? 1 : 0;
    }

    assertThat(lost).isEqualTo(300 / PERIOD);
  }

  @Test
  void aLateMessageOfTheSameSessionIsLateWhateverItsClockSays() {
    judge("gw", "s1", 5, 10, 0, 0.4);
    judge("gw", "s1", 4, 20, 2 * HOUR, 9);

    assertThat(memory.tally().late()).isEqualTo(1);
    assertThat(findings).isEmpty();
  }

  @Test
  void theOffsetIsShown() {
    for (int second = 0; second < 100; second += PERIOD) {
      judge("gw", "s1", second / PERIOD, second, 2 * HOUR, 0.4);
    }
    Summary.Gateway shown = memory.gateways().summaries(Summary.MAX_HOLES).get(0);

    assertThat(shown.offsetMillis()).isEqualTo(2 * HOUR * 1000L);
    assertThat(shown.missing()).isZero();
  }
}
