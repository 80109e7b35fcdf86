package io.minewatch.alerting.backtest;

import io.minewatch.alerting.backtest.Outcome.Brief;
import io.minewatch.alerting.backtest.Outcome.Later;
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
  /** How long before a real event began a finding may open and still be of it. */
  static final Duration AHEAD = Duration.ofHours(1);

  /**
   * A past event of which people have found that it was real.
   *
   * @param subjects what its findings were about
   * @param onset measured time of the first
   * @param end when it was closed
   */
  record Real(String incident, Set<String> subjects, Instant onset, Instant end) {
    Real {
      subjects = Set.copyOf(subjects);
    }
  }

  private final One before;
  private final One after;
  private final Map<CardId, ZoneId> places = new HashMap<>();
  private final Severity callsFrom;
  private long readings;
  private long positions;

  Comparison(Plan before, Plan after, Instant begin, Severity callsFrom) {
    this.callsFrom = callsFrom;
    this.before = new One(before, begin.toEpochMilli());
    this.after = new One(after, begin.toEpochMilli());
  }

  /** One of the two. */
  private final class One {
    private final Replay replay;
    private final Map<FindingId, Finding> opened = new LinkedHashMap<>();
    private long calls;
    private long people;

    One(Plan plan, long begin) {
      replay = new Replay(plan, begin, this::found);
    }

    private void found(Finding finding) {
      if (finding.kind() == FindingKind.OPENED) {
        opened.put(finding.id(), finding);
        ZoneId zone = finding.zone();
        people += places.values().stream().filter(place -> place.equals(zone)).count();
      }
      boolean worse =
          switch (finding.kind()) {
            case OPENED, RAISED, BLIND -> true;
            case LOWERED, SEEN, CLEARED -> false;
          };
      if (worse && finding.severity().compareTo(callsFrom) >= 0) {
        calls++;
      }
    }

    Side side() {
      return new Side(opened.size(), calls, people);
    }
  }

  void readings(ReadingBatch batch, long at) {
    readings += batch.size();
    before.replay.readings(batch, at);
    after.replay.readings(batch, at);
  }

  void fixes(List<Fix> fixes, long at) {
    positions += fixes.size();
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
    before.replay.until(end.toEpochMilli());
    after.replay.until(end.toEpochMilli());
    List<String> missed = new ArrayList<>();
    List<Later> later = new ArrayList<>();
    for (Real each : real) {
      Instant now = first(before, each);
      Instant then = first(after, each);
      if (then == null) {
        missed.add(each.incident());
      } else if (now != null && now.isBefore(then)) {
        later.add(new Later(each.incident(), Duration.between(now, then).toSeconds()));
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
        later);
  }

  private static @Nullable Instant first(One one, Real real) {
    return one.opened.values().stream()
        .filter(finding -> real.subjects().contains(finding.subject().toString()))
        .map(Finding::onset)
        .filter(onset -> !onset.isBefore(real.onset().minus(AHEAD)) && onset.isBefore(real.end()))
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
