package io.minewatch.standalone.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Reason;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.simulator.MineModel;
import io.minewatch.ingest.simulator.Tick;
import io.minewatch.ingest.world.ModelSettings;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A mine whose tag system has a wrong clock, and a withdrawal of everybody: who remains, and in
 * which state, is what a right clock would have given. That nobody does is proven when it would
 * have been by a clock ahead, and never sooner by one behind, which may be a queue.
 */
class SkewedTagsTest {
  private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
  private static final int ORDER_SECOND = 70 * 60;
  private static final int SECONDS = ORDER_SECOND + 45 * 60;

  private static final Plan DEMO =
      Objects.requireNonNull(
              MineLoader.load(Path.of("../deploy/demo"), RulePackLoader.load(Path.of("../rules")))
                  .get("140921021337"))
          .plan();

  /** How a withdrawal went: each change of who remains by second, and when it was proven. */
  private record Withdrawal(TreeMap<Integer, Set<String>> remaining, @Nullable Instant proven) {}

  private static final Withdrawal RIGHT = played(minute -> 0);

  private static OrderBook everybody() {
    Instant at = START.plusSeconds(ORDER_SECOND);
    Order order =
        new Order(
            new OrderId("o-1"),
            "i-1",
            Grade.SURFACE,
            Reason.HARMFUL_GAS,
            DEMO.zones().stream().filter(ZonePlan::underground).map(ZonePlan::id).toList(),
            "立即撤人升井",
            false,
            at.minusSeconds(300),
            at);
    return new OrderBook(DEMO.mine(), 1, List.of(order));
  }

  /**
   * Plays a shift and a withdrawal.
   *
   * @param off by how many seconds the clock of the tags is off, by minute of the run
   */
  private static Withdrawal played(IntToLongFunction off) {
    MineModel model =
        new MineModel(DEMO, ModelSettings.modelColliery(7), ScriptText.parse(List.of()), START);
    MineMemory memory = new MineMemory(DEMO, START.toEpochMilli());
    OrderBook book = everybody();
    TreeMap<Integer, Set<String>> remaining = new TreeMap<>();
    Instant proven = null;
    for (int second = 0; second < SECONDS && proven == null; second++) {
      Instant now = START.plusSeconds(second);
      Moment moment = new Moment(now.toEpochMilli(), START.toEpochMilli());
      Verdicts out = new Verdicts();
      if (second == ORDER_SECOND) {
        MineJudge.onOrders(memory, book, moment, out);
      }
      Tick tick = model.next(second < ORDER_SECOND ? null : book);
      long ahead = off.applyAsLong(second / 60);
      if (!tick.fixes().isEmpty()) {
        List<Fix> shown = tick.fixes().stream().map(fix -> stamped(fix, ahead)).toList();
        Origin origin = new Origin("t", Judged.TAGS, "s1", second, Lane.LIVE, moment.now());
        MineJudge.onFixes(memory, shown, List.of(), origin, moment, out);
      }
      MineJudge.onTime(memory, moment, out);
      OrderMuster muster = of(out.muster());
      if (muster != null) {
        Set<String> left = new LinkedHashSet<>();
        muster.remaining().forEach(each -> left.add(each.card() + " " + each.state()));
        if (remaining.isEmpty() || !remaining.lastEntry().getValue().equals(left)) {
          remaining.put(second, left);
        }
        proven = muster.provenAt() == null ? null : now;
      }
    }
    return new Withdrawal(remaining, proven);
  }

  private static @Nullable OrderMuster of(@Nullable Muster muster) {
    return muster == null || muster.orders().isEmpty() ? null : muster.orders().get(0);
  }

  private static Fix stamped(Fix fix, long off) {
    Instant since = fix.enteredZone();
    return new Fix(
        fix.card(),
        fix.at().plusSeconds(off),
        fix.underground(),
        fix.zone(),
        since == null ? null : since.plusSeconds(off),
        fix.station(),
        fix.distanceMetres(),
        fix.leader(),
        fix.distress());
  }

  private static Withdrawal shownAsByARightClock(IntToLongFunction off) {
    Withdrawal right = RIGHT;
    Withdrawal wrong = played(off);

    assertThat(right.remaining().firstEntry().getValue()).hasSizeGreaterThan(5);
    assertThat(right.remaining()).hasSizeGreaterThan(5);
    assertThat(right.proven()).isNotNull();
    assertThat(wrong.remaining()).isEqualTo(right.remaining());
    return wrong;
  }

  @Test
  void aClockTwoHoursBehindChangesNothingOfWhoIsShownAndProvesNobodyOutMeanwhile() {
    assertThat(shownAsByARightClock(minute -> -7_200).proven()).isNull();
  }

  @Test
  void aClockTwoHoursAheadChangesNothingEither() {
    assertThat(shownAsByARightClock(minute -> 7_200).proven()).isEqualTo(RIGHT.proven());
  }

  /** It is watched for half an hour before what it says is believed. */
  @Test
  void aClockThatJumpedTwoHoursBackHalfAnHourAgoDoesNoMoreEither() {
    assertThat(shownAsByARightClock(minute -> minute < 25 ? 0 : -7_200).proven()).isNull();
  }

  /** Nothing is known of it, so nothing is proven: whoever is out is shown as out all the same. */
  @Test
  void aClockThatJumpsBackAsTheOrderIsGivenProvesNothingTooSoon() {
    Withdrawal right = RIGHT;
    Withdrawal wrong = played(minute -> minute < ORDER_SECOND / 60 ? 0 : -7_200);

    assertThat(wrong.remaining().lastEntry().getValue()).isEmpty();
    assertThat(wrong.proven() == null || wrong.proven().isAfter(right.proven())).isTrue();
  }
}
