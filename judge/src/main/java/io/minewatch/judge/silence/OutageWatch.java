package io.minewatch.judge.silence;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Sighting;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.HashMap;
import java.util.Map;
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
 * word people are underground.
 */
public final class OutageWatch implements Watch {
  /** So long after a change all is looked at, so that what changes together is told together. */
  static final long SETTLE_MILLIS = 1_000;

  private final Plan plan;
  private final long tagDarkAfter;
  private final Map<OutageRule.Of, OutageRule> rules;
  private final Lines lines;
  private final Conditions conditions = new Conditions();

  /** Whose readings are being told; set before each message. */
  private String speaker = "";

  /** Our time at which all is looked at, or Long.MAX_VALUE. */
  private long due = Long.MAX_VALUE;

  /** Our time at which a gateway that only tells positions may have fallen silent. */
  private long listenAt = Long.MAX_VALUE;

  /** Whether the last look waits for a gateway that is overdue. */
  private boolean waits;

  private OutageWatch(Plan plan, Map<OutageRule.Of, OutageRule> rules) {
    this.plan = plan;
    this.tagDarkAfter = plan.silence().darkAfter(plan.tagPeriod()).toMillis();
    this.rules = rules;
    this.lines = new Lines(plan);
    rules.values().forEach(rule -> conditions.know(Outages.terms(rule)));
  }

  /** Null when the plan has no such rule. */
  public static @Nullable Watch of(Plan plan) {
    Map<OutageRule.Of, OutageRule> rules = new HashMap<>();
    plan.rulesOf(OutageRule.class).forEach(rule -> rules.put(rule.of(), rule));
    return rules.isEmpty() ? null : new OutageWatch(plan, rules);
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
    speaker = gateway;
    lines.spoke(gateway, told.now());
    if (lines.heardFrom(gateway) || waits) {
      soon(told);
    }
  }

  @Override
  public void onFix(Sighting seen, Told told) {
    String gateway = seen.gateway();
    boolean back = lines.isOverdue(gateway, told.now(), tagDarkAfter);
    lines.spoke(gateway, told.now());
    if (!seen.late()) {
      lines.seen(gateway, seen.fix());
    }
    if (lines.heardFrom(gateway) || back) {
      soon(told);
    }
    listenAt = Math.min(listenAt, told.now() + tagDarkAfter + 1);
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    if (lines.heard(point, speaker, sample, Lines.SEES)) {
      soon(told);
    }
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    byte state = sample.quality().blinds() ? Lines.FAULTY : Lines.SEES;
    if (lines.heard(point, speaker, sample, state)) {
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
    if (lines.said(gateway, status.state() == GatewayStatus.State.CUT)) {
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
      for (String gateway : lines.withPeople()) {
        long darkAt = Freshness.darkAt(lines.spoke(gateway), told.resumed(), tagDarkAfter);
        if (darkAt > told.now()) {
          listenAt = Math.min(listenAt, darkAt);
        } else {
          due = told.now();
        }
      }
    }
    if (told.now() >= due) {
      long again = new Outages(plan, rules, lines, conditions, told).look();
      waits = again != Long.MAX_VALUE;
      due = again;
    }
    conditions.onTime(told);
  }

  @Override
  public long wakeAt() {
    return Math.min(Math.min(due, listenAt), conditions.wakeAt());
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
