package io.minewatch.alerting.backtest;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Computes a finding again from what is stored and the plan that it names. What it rests on is
 * judged anew for a while before its onset, the more the more of the past its kind remembers.
 *
 * <p>When a reading reached us and when it was judged is not stored: all are taken to have come as
 * late as the first fact says, and those two times, and the order in which facts were judged, are
 * not compared. Measured times, values and levels are.
 */
public final class Rederivation {
  /** How much after the last fact: a hold that runs out on time, not on a reading. */
  private static final Duration AFTER = Duration.ofMinutes(10);

  /** No excursion is followed for longer, or for as long as its past is looked at. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** What came later than this is no measure of how late the others came. */
  private static final Duration LATEST = Duration.ofMinutes(10);

  /** More is not judged anew for one finding. */
  private static final long MOST_READINGS = 5_000_000;

  private Rederivation() {}

  /**
   * What came of it.
   *
   * @param same whether every fact that was told comes again, with the same id and times
   * @param facts that were told
   * @param again facts that came now
   * @param differences in words; empty if it is the same
   * @param readings and positions that were judged
   * @param cannot why it cannot be computed again from what is stored; empty where it can
   */
  public record Answer(
      FindingId id,
      long planVersion,
      boolean same,
      int facts,
      int again,
      List<String> differences,
      long readings,
      String cannot) {
    public Answer {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Computes a finding again.
   *
   * @param told its facts, in their order
   * @param plans by which they were judged, the oldest first; the next ones hold from their time
   * @throws io.minewatch.series.store.SeriesException if the store does not answer
   */
  public static Answer of(List<Finding> told, List<Plan> plans, SeriesStore store) {
    Finding first = told.get(0);
    Basis basis = Basis.of(plans.get(0), first);
    long version = plans.get(0).version();
    Answer answer =
        new Answer(first.id(), version, false, told.size(), 0, List.of(), 0, basis.cannot());
    for (Duration ahead : basis.ahead()) {
      if (!answer.same()) {
        answer = run(told, plans, StoredFeed.of(basis, plans, store), basis, ahead);
      }
    }
    return answer;
  }

  private static Answer run(
      List<Finding> told, List<Plan> plans, StoredFeed feed, Basis basis, Duration ahead) {
    Finding first = told.get(0);
    Instant last =
        told.stream().map(Finding::judged).max(Comparator.naturalOrder()).orElse(first.judged());
    Instant from = basis.from(first);
    Instant latest = from.plus(LONGEST.compareTo(ahead) < 0 ? ahead : LONGEST);
    Instant end = (last.isAfter(latest) ? latest : last).plus(AFTER);
    Instant begin = from.minus(ahead);
    List<Finding> again = new ArrayList<>();
    Replay replay =
        new Replay(
            plans.get(0),
            begin.toEpochMilli(),
            finding -> {
              if (finding.id().equals(first.id())) {
                again.add(finding);
              }
            },
            basis.people() ? MineJudge::wakeAt : MineJudge::lookAt);
    Counting counting = new Counting(replay, plans, lag(first));
    boolean whole = feed.play(new Span(begin, end), counting);
    replay.until(end.toEpochMilli());
    List<String> differences =
        whole
            ? differences(told, again, counting.readings)
            : List.of("more than " + MOST_READINGS + " readings would have to be judged anew");
    return new Answer(
        first.id(),
        plans.get(0).version(),
        differences.isEmpty(),
        told.size(),
        again.size(),
        differences,
        counting.readings,
        "");
  }

  /** How late readings came, milliseconds. */
  private static long lag(Finding first) {
    Duration late = Duration.between(first.measured(), first.received());
    return late.isNegative() || late.compareTo(LATEST) > 0 ? 0 : late.toMillis();
  }

  /** Hands on, counts, and changes the plan when its time has come. */
  private static final class Counting implements StoredFeed.Listener {
    private final Replay replay;
    private final Deque<Plan> later;
    private final long lag;
    private long readings;

    Counting(Replay replay, List<Plan> plans, long lag) {
      this.lag = lag;
      this.replay = replay;
      this.later = new ArrayDeque<>(plans.subList(1, plans.size()));
    }

    private void plans(long at) {
      while (!later.isEmpty() && later.getFirst().effectiveFrom().toEpochMilli() <= at) {
        Plan next = later.removeFirst();
        replay.plan(next, next.effectiveFrom().toEpochMilli());
      }
    }

    @Override
    public void readings(ReadingBatch batch, long at) {
      plans(at + lag);
      readings += batch.size();
      replay.readings(batch, at + lag);
    }

    @Override
    public void fixes(List<Fix> fixes, long at) {
      plans(at + lag);
      readings += fixes.size();
      replay.fixes(fixes, at + lag);
    }

    @Override
    public boolean goesOn(Instant upTo, long count) {
      return count <= MOST_READINGS;
    }
  }

  private static List<String> differences(List<Finding> told, List<Finding> again, long readings) {
    List<String> all = new ArrayList<>();
    if (readings == 0 && again.isEmpty()) {
      all.add("nothing of that time is in the store any more, or not yet");
    } else if (again.isEmpty()) {
      all.add("no finding of this id comes out: readings around its onset are missing or differ");
    }
    for (Finding fact : told) {
      List<Finding> same =
          again.stream().filter(each -> each.fingerprint().equals(fact.fingerprint())).toList();
      if (!again.isEmpty() && same.isEmpty()) {
        all.add("fact " + fact.fact() + " (" + fact.fingerprint() + ") does not come");
      } else if (!same.isEmpty()) {
        values(fact, same.get(0), all);
      }
    }
    also(told, again, all);
    return all;
  }

  /** What comes out and was not told, though more was told after it. */
  private static void also(List<Finding> told, List<Finding> again, List<String> all) {
    for (Finding fact : again) {
      boolean isTold = told.stream().anyMatch(t -> t.fingerprint().equals(fact.fingerprint()));
      boolean before = told.stream().anyMatch(t -> t.judged().isAfter(fact.judged()));
      if (!isTold && before) {
        all.add("a fact that was not told comes out: " + fact.fingerprint());
      }
    }
  }

  private static void values(Finding told, Finding again, List<String> all) {
    differ(told, "severity", told.severity(), again.severity(), all);
    differ(told, "onset", told.onset(), again.onset(), all);
    differ(told, "value", told.value(), again.value(), all);
    differ(told, "peak", told.peak(), again.peak(), all);
    differ(told, "peakAt", told.peakAt(), again.peakAt(), all);
  }

  private static void differ(
      Finding fact, String what, @Nullable Object told, @Nullable Object again, List<String> all) {
    if (!Objects.equals(told, again)) {
      all.add("fact %d: %s was %s, comes out as %s".formatted(fact.fact(), what, told, again));
    }
  }
}
