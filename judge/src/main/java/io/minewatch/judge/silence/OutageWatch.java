package io.minewatch.judge.silence;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Sighting;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is cut off: a gateway (断网), a substation, a point (断线), a point that never came (缺线).
 * The widest cut that explains a silence is told, and what lies behind it is its children: one cut
 * cable is one finding.
 *
 * <p>Late, missing, double: late and doubled readings are left out before; missing ones are what
 * this is about. A point is silent when the silence rule says so, which counts from when we began
 * to listen, so our own downtime cuts nobody off. Nothing clears by time: only a point that is
 * heard again, and trusted, does. Which gateway a point belongs to is learnt from its readings. A
 * gateway is silent when nothing came of it for as long as its most frequent point may be silent,
 * and one that only tells positions when nothing came for as long as a card may be, while by its
 * word people are underground; that they are heard elsewhere does not bring it back. Of a gateway
 * beyond {@link GatewayId#MOST_OF_A_MINE} nothing is told but that there are too many.
 */
public final class OutageWatch implements Watch {
  /** So long after a change all is looked at, so that what changes together is told together. */
  static final long SETTLE_MILLIS = 1_000;

  private final Plan plan;
  private final long tagDarkAfter;

  /**
   * The shortest time for which any point may be silent: after no shorter one a gateway is back.
   */
  private final long shortest;

  private final Map<OutageRule.Of, OutageRule> rules;
  private final Lines lines;
  private final Conditions conditions = new Conditions();

  /** Whose readings are being told; set before each message. */
  private String speaker = "";

  /** Its number among those of the lines. */
  private int from;

  /** Our time at which all is looked at, or Long.MAX_VALUE. */
  private long due = Long.MAX_VALUE;

  /** Our time at which a gateway that only tells positions may have fallen silent. */
  private long listenAt = Long.MAX_VALUE;

  /** Whether the last look waits for a gateway that is overdue. */
  private boolean waits;

  private OutageWatch(Plan plan, Map<OutageRule.Of, OutageRule> rules, long shortest) {
    this.plan = plan;
    this.tagDarkAfter = plan.silence().darkAfter(plan.tagPeriod()).toMillis();
    this.shortest = shortest;
    this.rules = rules;
    this.lines = new Lines(plan);
    rules.values().forEach(rule -> conditions.know(Outages.terms(rule)));
  }

  /** Null when the plan has no such rule. */
  public static @Nullable Watch of(Plan plan) {
    Map<OutageRule.Of, OutageRule> rules = new HashMap<>();
    plan.rulesOf(OutageRule.class).forEach(rule -> rules.put(rule.of(), rule));
    return rules.isEmpty() ? null : new OutageWatch(plan, rules, shortest(plan));
  }

  private static long shortest(Plan plan) {
    return plan.points().stream()
        .mapToLong(point -> plan.silence().darkAfter(point.period()).toMillis())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  @Override
  public Watch beside() {
    return new OutageWatch(plan, rules, shortest);
  }

  @Override
  public String name() {
    return "outage";
  }

  @Override
  public boolean watches(int point) {
    return true;
  }

  @Override
  public void onMessage(String gateway, Told told) {
    speaker = lines.senders.name(gateway);
    from = lines.number(speaker);
    boolean back = lines.senders.isOverdue(speaker, told.now(), shortest);
    lines.senders.spoke(speaker, told.now());
    if (lines.senders.heardFrom(speaker) || back || waits || told.now() >= conditions.clearsAt()) {
      soon(told);
    }
  }

  @Override
  public void onFix(Sighting seen, Told told) {
    String gateway = lines.senders.name(seen.gateway());
    boolean back = lines.senders.isOverdue(gateway, told.now(), tagDarkAfter);
    lines.senders.spoke(gateway, told.now());
    lines.senders.tellsPositions(gateway);
    if (!seen.late()) {
      lines.senders.seen(gateway, seen.fix());
    }
    if (lines.senders.heardFrom(gateway) || back || told.now() >= conditions.clearsAt()) {
      soon(told);
    }
    listenAt = Math.min(listenAt, told.now() + tagDarkAfter + 1);
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    if (lines.heard(point, from, sample, Lines.SEES)) {
      soon(told);
    }
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    if (lines.heard(point, from, sample, Lines.unmeasured(sample.quality()))) {
      soon(told);
    }
  }

  @Override
  public void onDark(int point, Told told) {
    lines.silent(point);
    soon(told);
  }

  @Override
  public void onStatus(String gateway, GatewayStatus status, long received, Told told) {
    if (lines.senders.said(
        lines.senders.name(gateway), status.state() == GatewayStatus.State.CUT)) {
      soon(told);
    }
  }

  private void soon(Told told) {
    due = Math.min(due, told.now() + SETTLE_MILLIS);
  }

  @Override
  public void onTime(Told told) {
    if (told.now() >= listenAt) {
      listenAt = Long.MAX_VALUE;
      for (String gateway : lines.senders.withPeople()) {
        long darkAt = Freshness.darkAt(lines.senders.spoke(gateway), told.resumed(), tagDarkAfter);
        if (darkAt > told.now()) {
          listenAt = Math.min(listenAt, darkAt);
        } else {
          due = told.now();
        }
      }
    }
    if (told.now() >= due) {
      long again = new Outages(plan, rules, lines, conditions, told).look();
      tooMany(told);
      waits = again != Long.MAX_VALUE;
      due = again;
    }
    conditions.onTime(told);
  }

  /** Too many gateways: that some are not watched is itself told, and stays so. */
  private void tooMany(Told told) {
    OutageRule rule = rules.get(OutageRule.Of.NETWORK);
    if (rule != null && lines.senders.unnamed() > 0) {
      Map<String, String> detail = Map.of("full", String.valueOf(GatewayId.MOST_OF_A_MINE));
      Look look = Look.now(told, rule.other(), GatewayId.MOST_OF_A_MINE, GatewayId.MOST_OF_A_MINE);
      Subject all = new Subject(Subject.Kind.CONDITION, "gateways");
      conditions.look(
          Outages.terms(rule),
          new About(all, null, null, ""),
          Truth.HOLDS,
          look.with(detail),
          told);
    }
  }

  @Override
  public long wakeAt() {
    return Math.min(Math.min(due, listenAt), conditions.wakeAt());
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    conditions.standing(open);
  }

  @Override
  public void pass(Tape tape) {
    lines.pass(tape);
    due = tape.whole(due);
    listenAt = tape.whole(listenAt);
    waits = tape.flag(waits);
    conditions.pass(tape);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof OutageWatch known) {
      lines.follow(known.lines);
      listenAt = known.listenAt;
      conditions.follow(
          known.conditions, (rule, subject) -> lines.knows(subject) && rules(rule), told);
    }
    soon(told);
  }

  private boolean rules(String id) {
    return rules.values().stream().anyMatch(rule -> rule.id().equals(id));
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
