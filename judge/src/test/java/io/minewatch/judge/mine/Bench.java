package io.minewatch.judge.mine;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Reason;
import io.minewatch.judge.feed.Origin;
import java.time.Instant;
import java.util.List;

/** Drives one mine in seconds since {@link #START}; keeps what the last call said. */
final class Bench {
  static final long START = 1_767_225_600_000L;

  MineMemory memory;
  Verdicts last = new Verdicts();
  long resumed = START;
  private long sequence;

  Bench(Plan plan) {
    memory = new MineMemory(plan, START);
  }

  static long millis(int second) {
    return START + second * 1000L;
  }

  static Instant instant(int second) {
    return Instant.ofEpochMilli(millis(second));
  }

  Origin origin(int second, long number, Lane lane) {
    return new Origin(
        "mw/v1/140921021337/gw/readings", new GatewayId("gw"), "s1", number, lane, millis(second));
  }

  private Moment moment(int second) {
    return new Moment(millis(second), resumed);
  }

  static ReadingBatch batch(String point, double value, String unit, long measured, Quality q) {
    ReadingBatch batch = new ReadingBatch();
    batch.add(point, value, unit, measured, q);
    return batch;
  }

  List<FindingKind> reading(int second, String point, double value) {
    return reading(second, point, value, Quality.GOOD);
  }

  List<FindingKind> reading(int second, String point, double value, Quality quality) {
    return readings(batch(point, value, "%CH4", millis(second), quality), second, sequence++);
  }

  List<FindingKind> readings(ReadingBatch batch, int second, long number) {
    last = new Verdicts();
    MineJudge.onReadings(memory, batch, origin(second, number, Lane.LIVE), moment(second), last);
    return kinds();
  }

  List<FindingKind> timeIs(int second) {
    last = new Verdicts();
    MineJudge.onTime(memory, moment(second), last);
    return kinds();
  }

  List<FindingKind> plan(int second, Plan plan) {
    last = new Verdicts();
    MineJudge.onPlan(memory, plan, moment(second), last);
    return kinds();
  }

  void fix(int second, String card, String zone) {
    fixAt(second, second, card, zone);
  }

  void fixAt(int second, int measured, String card, String zone) {
    fix(second, measured, card, zone, zone.equals("surface") || zone.isEmpty());
  }

  /** A position that says underground and names the surface, or says out and names another zone. */
  void contradictoryFix(int second, String card, String zone) {
    fix(second, second, card, zone, !zone.equals("surface"));
  }

  private void fix(int second, int measured, String card, String zone, boolean saysOut) {
    last = new Verdicts();
    Fix fix =
        new Fix(
            new CardId(card),
            instant(measured),
            !saysOut,
            zone.isEmpty() ? null : new ZoneId(zone),
            null,
            "",
            0,
            false,
            false);
    Origin origin = origin(second, -1, Lane.LIVE);
    MineJudge.onFixes(memory, List.of(fix), List.of(), origin, moment(second), last);
  }

  void order(int second, long version, int insideSince, String... zones) {
    order(Grade.SURFACE, second, version, insideSince, zones);
  }

  void order(Grade grade, int second, long version, int insideSince, String... zones) {
    last = new Verdicts();
    List<Order> open =
        zones.length == 0
            ? List.of()
            : List.of(
                new Order(
                    new OrderId("o1"),
                    "i1",
                    grade,
                    Reason.HARMFUL_GAS,
                    java.util.Arrays.stream(zones).map(ZoneId::new).toList(),
                    "撤人",
                    false,
                    instant(insideSince),
                    instant(second)));
    MineJudge.onOrders(memory, new OrderBook(Plans.MINE, version, open), moment(second), last);
  }

  OrderMuster muster() {
    return last.muster().orders().get(0);
  }

  List<FindingKind> kinds() {
    return last.findings().stream().map(Finding::kind).toList();
  }
}
