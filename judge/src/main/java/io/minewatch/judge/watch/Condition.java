package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The memory of one condition that is or lately was not quiet. Changed by {@link Conditions}. */
final class Condition {
  static final long NEVER = Long.MIN_VALUE;

  String rule = "";
  Check check = Check.COMPOUND;
  About about = new About(new Subject(Subject.Kind.MINE, "-"), null, null, "");
  boolean open;
  boolean blind;
  int facts;

  /** Measured time at which it seemed to begin; names it for ever. */
  long onset = NEVER;

  /** Onset of the one before. */
  long lastOnset = NEVER;

  /** Event time since when it has held without a break. */
  long since = NEVER;

  /** Event time since when it has been gone without a break. */
  long safeSince = NEVER;

  /** Our time minus event time when it was last looked at. */
  long lag;

  /** The last look at which it held, and the worst value of all. */
  Look look = new Look(Severity.BLUE, Double.NaN, 0, 0, 0, 0, Quality.STALE, Map.of());

  double peak = Double.NaN;
  long peakAt;

  boolean isQuiet() {
    return since == NEVER && !open;
  }

  /** As it is judged where nothing is to be waited for. */
  Terms atOnce() {
    return new Terms(rule, check, Side.HIGH, 0, 0);
  }

  /** Notes when it may have begun; no two of one rule and subject begin at the same time. */
  void begin(Look first) {
    since = first.event();
    onset = lastOnset == NEVER ? first.measured() : Math.max(first.measured(), lastOnset + 1);
    peak = Double.NaN;
  }

  /** What was seen before this time of ours says no more that it is over. */
  void gapBefore(long time) {
    if (safeSince != NEVER && safeSince + lag < time) {
      safeSince = NEVER;
    }
  }

  /** Keeps the worst value since it began. */
  void worst(Side side, Look seen) {
    boolean worse = side == Side.HIGH ? seen.value() > peak : seen.value() < peak;
    if (Double.isNaN(peak) || worse) {
      peak = seen.value();
      peakAt = seen.measured();
    }
  }

  /** Over, or never was; remembered for a while from now on, so that the next has another name. */
  void forget(long now) {
    look = look.receivedAt(now);
    lastOnset = open ? onset : lastOnset;
    open = false;
    blind = false;
    facts = 0;
    onset = NEVER;
    since = NEVER;
    safeSince = NEVER;
  }

  Finding fact(FindingKind kind, Look at, Told told) {
    Severity held = look.severity();
    boolean higher = blind && kind != FindingKind.CLEARED;
    Instant began = Instant.ofEpochMilli(onset);
    return new Finding(
        FindingIds.of(told.mine(), about.subject().toString(), rule, began),
        facts++,
        kind,
        told.mine(),
        about.subject(),
        about.zone(),
        about.measure(),
        about.unit(),
        check,
        rule,
        higher ? held.raised() : held,
        began,
        Instant.ofEpochMilli(at.measured()),
        Instant.ofEpochMilli(at.received()),
        Instant.ofEpochMilli(told.now()),
        Double.isNaN(at.value()) ? null : at.value(),
        at.quality(),
        at.limit(),
        Double.isNaN(peak) ? at.limit() : peak,
        Instant.ofEpochMilli(peakAt),
        told.planVersion(),
        at.detail());
  }

  static Condition play(Tape tape) {
    Condition condition = new Condition();
    condition.pass(tape);
    return condition;
  }

  Condition record(Tape tape) {
    pass(tape);
    return this;
  }

  private void pass(Tape tape) {
    rule = tape.text(rule);
    check = Check.valueOf(tape.text(check.name()));
    about = pass(tape, about);
    open = tape.flag(open);
    blind = tape.flag(blind);
    facts = tape.whole(facts);
    onset = tape.whole(onset);
    lastOnset = tape.whole(lastOnset);
    since = tape.whole(since);
    safeSince = tape.whole(safeSince);
    lag = tape.whole(lag);
    look = pass(tape, look);
    peak = tape.real(peak);
    peakAt = tape.whole(peakAt);
  }

  private static About pass(Tape tape, About held) {
    ZoneId place = held.zone();
    Measure measured = held.measure();
    Subject subject = Subject.parse(tape.text(held.subject().toString()));
    String zone = tape.text(place == null ? "" : place.value());
    String measure = tape.text(measured == null ? "" : measured.name());
    return new About(
        subject,
        zone.isEmpty() ? null : new ZoneId(zone),
        measure.isEmpty() ? null : Measure.valueOf(measure),
        tape.text(held.unit()));
  }

  private static Look pass(Tape tape, Look held) {
    return new Look(
        Severity.valueOf(tape.text(held.severity().name())),
        tape.real(held.value()),
        tape.real(held.limit()),
        tape.whole(held.event()),
        tape.whole(held.measured()),
        tape.whole(held.received()),
        Quality.valueOf(tape.text(held.quality().name())),
        pass(tape, held.detail()));
  }

  private static Map<String, String> pass(Tape tape, Map<String, String> held) {
    Map<String, String> detail = new TreeMap<>();
    tape.list(
            new TreeMap<>(held).entrySet(),
            each -> Map.entry(tape.text(each.getKey()), tape.text(each.getValue())),
            from -> Map.entry(from.text(""), from.text("")))
        .forEach(each -> detail.put(each.getKey(), each.getValue()));
    return detail;
  }
}
