package io.minewatch.judge.mine;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.judge.feed.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Drives the people of one mine in seconds since {@link Bench#START} and keeps what is told. Its
 * zones: surface, shaft, haulage, and behind it face with return, and the restricted store. A card
 * is dark after 90 seconds.
 */
final class Pit {
  final List<Finding> told = new ArrayList<>();
  MineMemory memory;
  long resumed = Bench.START;
  private Verdicts last = new Verdicts();

  Pit(Plan plan) {
    memory = new MineMemory(plan, Bench.START);
  }

  static Plan plan(long version, MineStatus status, Rule... rules) {
    List<Rule> all = new ArrayList<>(Arrays.asList(rules));
    all.add(new SilenceRule("silence", 3, Duration.ofSeconds(60), Plans.SOURCE));
    return new Plan(
        Plans.MINE,
        "矿",
        "mine",
        version,
        Instant.EPOCH,
        status,
        new ShiftPlan("UTC", List.of(LocalTime.of(4, 0), LocalTime.of(12, 0), LocalTime.of(20, 0))),
        Duration.ofSeconds(30),
        List.of(
            zone("surface", ZoneKind.SURFACE, 0, "shaft"),
            zone("shaft", ZoneKind.SHAFT, 0, "surface", "haulage"),
            zone("haulage", ZoneKind.ROADWAY, 0, "shaft", "face", "store"),
            zone("face", ZoneKind.WORKPLACE, 10, "haulage", "return"),
            zone("return", ZoneKind.ROADWAY, 3, "face"),
            zone("store", ZoneKind.RESTRICTED, 0, "haulage")),
        List.of(),
        all);
  }

  static Plan plan(Rule... rules) {
    return plan(1, MineStatus.WORKING, rules);
  }

  private static ZonePlan zone(String id, ZoneKind kind, int limit, String... neighbours) {
    return new ZonePlan(
        new ZoneId(id),
        "区",
        "zone",
        kind != ZoneKind.SURFACE,
        limit,
        Arrays.stream(neighbours).map(ZoneId::new).toList(),
        0,
        0,
        kind,
        null,
        List.of());
  }

  /** Counts after {@code raise} seconds, is over after {@code clear}. */
  static PeopleRule rule(
      Asks asks, PeopleRule.Numbers numbers, int raise, int clear, PeopleRule.Named named) {
    return new PeopleRule(
        "r-" + asks.name().toLowerCase(java.util.Locale.ROOT),
        asks,
        "",
        "",
        Severity.YELLOW,
        numbers,
        new Delays(Duration.ofSeconds(raise), Duration.ofSeconds(clear)),
        named,
        Plans.SOURCE);
  }

  static PeopleRule rule(Asks asks, double limit, int raise, int clear) {
    PeopleRule.Numbers numbers = new PeopleRule.Numbers(limit, 0, Duration.ZERO, 3);
    return rule(asks, numbers, raise, clear, PeopleRule.Named.NOBODY);
  }

  static Fix fix(int second, String card, String zone) {
    return fix(second, card, zone, "", 0);
  }

  static Fix fix(int second, String card, String zone, String station, double distance) {
    return fix(second, card, zone, station, distance, card.startsWith("leader"), false);
  }

  static Fix distress(int second, String card, String zone) {
    return fix(second, card, zone, "", 0, false, true);
  }

  private static Fix fix(
      int second,
      String card,
      String zone,
      String station,
      double distance,
      boolean leader,
      boolean distress) {
    boolean out = zone.equals("surface");
    return new Fix(
        new CardId(card),
        Bench.instant(second),
        !out,
        out ? null : new ZoneId(zone),
        null,
        station,
        distance,
        leader,
        distress);
  }

  /** Cards {@code name-1} to {@code name-n} are seen in a zone. */
  void crowd(int second, String name, int people, String zone) {
    List<Fix> fixes = new ArrayList<>();
    for (int i = 1; i <= people; i++) {
      fixes.add(fix(second, name + "-" + i, zone));
    }
    say(second, "gw", fixes.toArray(Fix[]::new));
  }

  /** A message of a gateway reaches us. */
  void say(int second, String gateway, Fix... fixes) {
    Origin origin =
        new Origin("t", new GatewayId(gateway), "", -1, Lane.LIVE, Bench.millis(second));
    Verdicts out = new Verdicts();
    MineJudge.onFixes(memory, List.of(fixes), List.of(), origin, moment(second), out);
    keep(out);
    time(second);
  }

  void status(int second, String gateway, GatewayStatus.State state) {
    Origin origin =
        new Origin("t", new GatewayId(gateway), "", -1, Lane.LIVE, Bench.millis(second));
    Verdicts out = new Verdicts();
    GatewayStatus status =
        new GatewayStatus(Plans.MINE, origin.gateway(), "s", state, Bench.instant(second), "test");
    MineJudge.onStatus(memory, status, origin, moment(second), out);
    keep(out);
  }

  /** Time passes; told only when due, as the job does. */
  void time(int second) {
    timeAt(Bench.millis(second));
  }

  void timeAt(long millis) {
    if (millis >= MineJudge.wakeAt(memory)) {
      Verdicts out = new Verdicts();
      MineJudge.onTime(memory, new Moment(millis, resumed), out);
      keep(out);
    }
  }

  /** Second by second, without a word from anybody. */
  void quiet(int from, int to) {
    for (int second = from; second <= to; second++) {
      time(second);
    }
  }

  void plan(int second, Plan plan) {
    Verdicts out = new Verdicts();
    MineJudge.onPlan(memory, plan, moment(second), out);
    keep(out);
  }

  /** The job is killed and starts again from its newest checkpoint. */
  void restart(int second) {
    memory = ListTape.copy(memory);
    resumed = Bench.millis(second);
  }

  private Moment moment(int second) {
    return new Moment(Bench.millis(second), resumed);
  }

  private void keep(Verdicts out) {
    told.addAll(out.findings());
    last = out;
  }

  Verdicts last() {
    return last;
  }

  /** What is told, as {@code KIND rule-suffix subject}. */
  List<String> words() {
    return told.stream()
        .map(each -> each.kind() + " " + each.rule().substring(2) + " " + each.subject())
        .toList();
  }

  List<FindingKind> kinds() {
    return told.stream().map(Finding::kind).toList();
  }
}
