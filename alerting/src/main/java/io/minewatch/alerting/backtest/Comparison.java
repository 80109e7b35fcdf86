package io.minewatch.alerting.backtest;

import io.minewatch.alerting.backtest.Outcome.Brief;
import io.minewatch.alerting.backtest.Outcome.Calls;
import io.minewatch.alerting.backtest.Outcome.Later;
import io.minewatch.alerting.backtest.Outcome.Milder;
import io.minewatch.alerting.backtest.Outcome.Side;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.mine.MineJudge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one record by two plans at once and holds what they find against what was real. */
final class Comparison {
  /**
   * A past event of which people have found that it was real.
   *
   * @param subjects what those of its findings were about that a replay can find at all; empty for
   *     none
   * @param onset measured time of the first
   * @param end when it was closed
   */
  record Real(String incident, Set<String> subjects, Instant onset, Instant end) {
    Real {
      subjects = Set.copyOf(subjects);
    }

    boolean canBeFound() {
      return !subjects.isEmpty();
    }
  }

  private final One before;
  private final One after;
  private final Map<CardId, ZoneId> places = new HashMap<>();
  private final Severity callsFrom;
  private final Instant from;

  /** From when on everything is played, milliseconds since 1970 UTC. */
  private final long whole;

  /** While only slopes are played: time is told only when something may be found by it. */
  private boolean sparse;

  private long readings;
  private long positions;

  /** Over a span, before which its past is judged and not counted. */
  Comparison(Plan before, Plan after, Ahead ahead, Severity callsFrom) {
    this.callsFrom = callsFrom;
    this.from = ahead.span().from();
    this.whole = ahead.all().toEpochMilli();
    this.sparse = ahead.begin().isBefore(ahead.all());
    Instant begin = ahead.begin();
    this.before = new One(before, begin.toEpochMilli());
    this.after = new One(after, begin.toEpochMilli());
  }

  /** One of the two. */
  private final class One {
    private final Replay replay;

    /** Those that count. */
    private final Map<FindingId, Finding> opened = new LinkedHashMap<>();

    /** By id, as it opened, be it in the past of the span. */
    private final Map<FindingId, Finding> standing = new HashMap<>();

    /** What got worse, in the order in which it did. */
    private final List<Worse> turns = new ArrayList<>();

    private long calls;
    private long people;

    One(Plan plan, long begin) {
      replay =
          new Replay(
              plan,
              begin,
              this::found,
              memory -> sparse ? MineJudge.lookAt(memory) : MineJudge.wakeAt(memory));
    }

    private void found(Finding finding) {
      boolean counts = !finding.judged().isBefore(from);
      if (finding.kind() == FindingKind.OPENED) {
        standing.put(finding.id(), finding);
        if (counts) {
          opened.put(finding.id(), finding);
          ZoneId zone = finding.zone();
          people += places.values().stream().filter(place -> place.equals(zone)).count();
        }
      }
      boolean worse =
          switch (finding.kind()) {
            case OPENED, RAISED, BLIND -> true;
            case LOWERED, SEEN, CLEARED -> false;
          };
      if (worse) {
        Finding first = standing.getOrDefault(finding.id(), finding);
        String subject = first.subject().toString();
        turns.add(new Worse(subject, first.onset(), finding.judged(), finding.severity()));
        calls += counts && finding.severity().compareTo(callsFrom) >= 0 ? 1 : 0;
      }
    }

    Side side() {
      return new Side(opened.size(), calls, people);
    }
  }

  void readings(ReadingBatch batch, long at) {
    begin(at);
    readings += at < from.toEpochMilli() ? 0 : batch.size();
    before.replay.readings(batch, at);
    after.replay.readings(batch, at);
  }

  private void begin(long at) {
    if (sparse && at >= whole) {
      before.replay.awake(whole);
      after.replay.awake(whole);
      sparse = false;
    }
  }

  void fixes(List<Fix> fixes, long at) {
    begin(at);
    positions += at < from.toEpochMilli() ? 0 : fixes.size();
    for (Fix fix : fixes) {
      ZoneId zone = fix.zone();
      if (zone == null || !fix.underground()) {
        places.remove(fix.card());
      } else {
        places.put(fix.card(), zone);
      }
    }
    before.replay.fixes(fixes, at);
    after.replay.fixes(fixes, at);
  }

  /** What came of it, when time has passed to the end of the record. */
  Outcome end(Instant end, List<Real> real) {
    begin(end.toEpochMilli());
    before.replay.until(end.toEpochMilli());
    after.replay.until(end.toEpochMilli());
    List<String> missed = new ArrayList<>();
    List<String> neither = new ArrayList<>();
    List<String> beyond = new ArrayList<>();
    List<Milder> milder = new ArrayList<>();
    List<Later> later = new ArrayList<>();
    for (Real each : real) {
      Severity was = worst(before, each);
      Severity is = worst(after, each);
      if (!each.canBeFound()) {
        beyond.add(each.incident());
      } else if (was == null) {
        if (is == null) {
          neither.add(each.incident());
        }
      } else if (is == null) {
        missed.add(each.incident());
      } else {
        if (is.compareTo(was) < 0) {
          boolean calls = is.compareTo(callsFrom) >= 0;
          milder.add(new Milder(each.incident(), was, is, calls ? Calls.SOMEBODY : Calls.NOBODY));
        }
        later(each, was, later);
      }
    }
    return new Outcome(
        readings,
        positions,
        before.side(),
        after.side(),
        without(before, after),
        without(after, before),
        real.size(),
        missed,
        neither,
        beyond,
        milder,
        later);
  }

  /** An event counts as found when somebody is called for it, or when it is as bad as before. */
  private void later(Real real, Severity was, List<Later> later) {
    Severity counts = was.compareTo(callsFrom) < 0 ? was : callsFrom;
    Instant now = first(before, real, counts);
    Instant then = first(after, real, counts);
    if (now != null && then != null && now.isBefore(then)) {
      later.add(new Later(real.incident(), Duration.between(now, then).toSeconds()));
    }
  }

  /** The worst that was found of an event, null for nothing. */
  private static @Nullable Severity worst(One one, Real real) {
    return one.turns.stream()
        .filter(turn -> turn.isOf(real))
        .map(Worse::severity)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** When what was found of an event first was as severe as this, null for never. */
  private static @Nullable Instant first(One one, Real real, Severity counts) {
    return one.turns.stream()
        .filter(turn -> turn.isOf(real) && turn.severity().compareTo(counts) >= 0)
        .map(Worse::at)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static List<Brief> without(One one, One other) {
    return one.opened.values().stream()
        .filter(finding -> !other.opened.containsKey(finding.id()))
        .limit(Outcome.MOST_LISTED)
        .map(
            each ->
                new Brief(each.id().value(), each.subject().toString(), each.rule(), each.onset()))
        .toList();
  }
}
