package io.minewatch.alerting.backtest;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.ReadingBatch;
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
 * Computes a finding again from what is stored and the plan that it names. The whole mine is judged
 * anew for a while before its onset, so every kind of finding is computed in the same way.
 *
 * <p>When a reading reached us and when it was judged is not stored: those two times, and the order
 * in which facts were judged, are not compared. Measured times, values and levels are.
 */
public final class Rederivation {
  /** How much record before the onset is judged first: enough for limits, holds and silence. */
  private static final Duration SHORT_RUN = Duration.ofMinutes(30);

  /** And if that does not do: references of the same shift of the day before. */
  private static final Duration LONG_RUN = Duration.ofHours(26);

  /** How much after the last fact: a hold that runs out on time, not on a reading. */
  private static final Duration AFTER = Duration.ofMinutes(10);

  /** No excursion is followed for longer. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private Rederivation() {}

  /**
   * What came of it.
   *
   * @param same whether every fact that was told comes again, with the same id and times
   * @param facts that were told
   * @param again facts that came now
   * @param differences in words; empty if it is the same
   * @param readings that were judged
   */
  public record Answer(
      FindingId id,
      long planVersion,
      boolean same,
      int facts,
      int again,
      List<String> differences,
      long readings) {
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
    Answer near = run(told, plans, store, SHORT_RUN);
    return near.same() ? near : run(told, plans, store, LONG_RUN);
  }

  private static Answer run(
      List<Finding> told, List<Plan> plans, SeriesStore store, Duration ahead) {
    Finding first = told.get(0);
    Instant last =
        told.stream().map(Finding::judged).max(Comparator.naturalOrder()).orElse(first.judged());
    // What never came has no reading: its onset is when the plan began to ask for it.
    Instant from = first.onset().isBefore(first.judged()) ? first.onset() : first.judged();
    Instant latest = from.plus(LONGEST);
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
            });
    Counting counting = new Counting(replay, plans);
    new StoredFeed(store, plans.get(plans.size() - 1)).play(new Span(begin, end), counting);
    replay.until(end.toEpochMilli());
    List<String> differences = differences(told, again, counting.readings);
    return new Answer(
        first.id(),
        plans.get(0).version(),
        differences.isEmpty(),
        told.size(),
        again.size(),
        differences,
        counting.readings);
  }

  /** Hands on, counts, and changes the plan when its time has come. */
  private static final class Counting implements StoredFeed.Listener {
    private final Replay replay;
    private final Deque<Plan> later;
    private long readings;

    Counting(Replay replay, List<Plan> plans) {
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
      plans(at);
      readings += batch.size();
      replay.readings(batch, at);
    }

    @Override
    public void fixes(List<Fix> fixes, long at) {
      plans(at);
      replay.fixes(fixes, at);
    }

    @Override
    public boolean goesOn(Instant upTo, long count) {
      return true;
    }
  }

  private static List<String> differences(List<Finding> told, List<Finding> again, long readings) {
    List<String> all = new ArrayList<>();
    if (readings == 0) {
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
    return all;
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
