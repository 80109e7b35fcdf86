package io.minewatch.alerting.drill;

import io.minewatch.alerting.count.StepTaken;
import io.minewatch.alerting.count.StepTaken.Kind;
import io.minewatch.alerting.count.StepTaken.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an exercise, measured from the steps of its incident: how long each answer took, and
 * whether it came before any clock had run out. A step that was not taken is null, never zero.
 *
 * @param called when the first person was called
 * @param answered a human answered the call, 回应
 * @param responded somebody said what is done, 响应
 * @param ordered the first order to withdraw
 * @param emptied everybody was proven out
 * @param escalated how often the call went on to the next rung
 * @param lapsed how often an answer was followed by nothing
 * @param ended when it was closed, in whatever way
 */
public record Outcome(
    @Nullable Instant called,
    @Nullable Answer answered,
    @Nullable Answer responded,
    @Nullable Answer ordered,
    @Nullable Answer emptied,
    int escalated,
    int lapsed,
    @Nullable Instant ended) {
  /**
   * One answer.
   *
   * @param took since what it answers began; null where it answered nothing
   */
  public record Answer(Instant at, @Nullable Duration took, Timeliness inTime) {
    private static @Nullable Answer of(@Nullable StepTaken step) {
      return step == null ? null : new Answer(step.at(), step.took(), step.inTime());
    }
  }

  /** From the steps of its incident, in their order; of several of a kind the first counts. */
  public static Outcome of(List<StepTaken> steps) {
    StepTaken called = first(steps, Kind.CALLED);
    return new Outcome(
        called == null ? null : called.at(),
        Answer.of(first(steps, Kind.ACKNOWLEDGED)),
        Answer.of(first(steps, Kind.RESPONDED)),
        Answer.of(first(steps, Kind.ORDERED)),
        Answer.of(first(steps, Kind.EMPTIED)),
        count(steps, Kind.ESCALATED),
        count(steps, Kind.LAPSED),
        ended(steps));
  }

  private static @Nullable StepTaken first(List<StepTaken> steps, Kind kind) {
    return steps.stream().filter(each -> each.kind() == kind).findFirst().orElse(null);
  }

  private static int count(List<StepTaken> steps, Kind kind) {
    return (int) steps.stream().filter(each -> each.kind() == kind).count();
  }

  private static @Nullable Instant ended(List<StepTaken> steps) {
    return steps.stream()
        .filter(
            each ->
                switch (each.kind()) {
                  case CLOSED, FORCED, HARMLESS -> true;
                  case WARNED,
                      CALLED,
                      ACKNOWLEDGED,
                      RESPONDED,
                      ORDERED,
                      EMPTIED,
                      ESCALATED,
                      LAPSED,
                      SHELVED,
                      REVOKED ->
                      false;
                })
        .map(StepTaken::at)
        .findFirst()
        .orElse(null);
  }
}
