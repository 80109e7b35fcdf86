package io.minewatch.judge.watch;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Outlook;
import io.minewatch.domain.feed.UnknownPoint;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.judge.muster.People;
import io.minewatch.judge.tape.Tape;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One kind of judging over one mine under one plan. It is told everything in the order in which it
 * happens, keeps its own memory, and answers with findings. No clock, no I/O: the same course gives
 * the same findings.
 *
 * <p>Points are known by their number in the order of the plan. Readings are told only once, only
 * when in order, and only for points that it {@link #watches}. Times are milliseconds since 1970
 * UTC.
 */
public interface Watch {
  /** Names it on the tape and for the watch of the next plan; never changed. */
  String name();

  /**
   * A second one under the same plan that remembers nothing: what comes of the plan is shared, for
   * the copies of a checkpoint are made while judging goes on. Null where that is as cheap to make
   * anew.
   */
  default @Nullable Watch beside() {
    return null;
  }

  /** Whether the readings of a point are to be told. */
  default boolean watches(int point) {
    return false;
  }

  /** A message of readings comes; what {@link #onReading} tells next is out of it. */
  default void onMessage(String gateway, Told told) {}

  /** A reading whose quality measures. */
  default void onReading(int point, Sample sample, Told told) {}

  /** A reading that is no measurement. */
  default void onNoMeasurement(int point, Sample sample, Told told) {}

  /** Whether it is to be asked before all else whether readings of a point are kept back. */
  default boolean guards(int point) {
    return false;
  }

  /**
   * Whether a reading that measures is kept from all judging: it is then told to everybody as one
   * that does not measure.
   */
  default boolean keepsBack(int point, Sample sample, Told told) {
    return false;
  }

  /**
   * Something became of an excursion beyond a limit.
   *
   * @param by the reading that caused it; only good during the call
   * @return what is to be said beside it, by name
   */
  default Map<String, String> onExcursion(int point, FindingKind kind, Sample by, Told told) {
    return Map.of();
  }

  /** Whether a point was on its way to danger when it was last seen. */
  default boolean isRising(int point) {
    return false;
  }

  /** A point that some watch says was rising is not seen any more; may be told again. */
  default void onLost(int point, Sample last, Told told) {}

  /** Gives the points that head for their next limit, as far as that may be shown. */
  default void outlooks(Consumer<Outlook> to) {}

  /** Gives the points of whose course nothing can be judged now: unknown is never calm. */
  default void unknown(Consumer<UnknownPoint> to) {}

  /** The time before the next reading of the point is not known: nothing was heard for too long. */
  default void onGap(int point) {}

  /** A point was not heard for too long; told once, until it is heard again. Told of all points. */
  default void onDark(int point, Told told) {}

  /** What a gateway says of itself, or its last will. */
  default void onStatus(String gateway, GatewayStatus status, long received, Told told) {}

  /**
   * An alarm that a system of the mine's own raised or ended.
   *
   * @return whether it was taken: false when it has no rule
   */
  default boolean onReported(Reported reported, Told told) {
    return false;
  }

  /** One position, after it was taken in or found late. */
  default void onFix(Sighting sighting, Told told) {}

  /** Everybody, at least at every summary and after each message of positions. */
  default void onPeople(People people, Told told) {}

  /** Whether findings of a rule are to be told to {@link #onFinding}. */
  default boolean hears(String rule) {
    return false;
  }

  /** A finding of a rule that it hears was told, by another kind of judging. */
  default void onFinding(Finding finding, Told told) {}

  /** Time has passed; a call that is not due changes nothing. */
  default void onTime(Told told) {}

  /** Our time at which {@link #onTime} is due, or Long.MAX_VALUE for never. */
  default long wakeAt() {
    return Long.MAX_VALUE;
  }

  /** Tells what is open, by rule and subject. */
  void standing(BiConsumer<String, Subject> open);

  /** A plan has begun, and every watch knows what it takes over: what stands is here to be seen. */
  default void begin(Standing standing, Told told) {}

  /** Saves or brings back the memory. */
  void pass(Tape tape);

  /**
   * Takes over what the watch of the same name knew under the plan before. What can no longer be
   * watched and is open ends as BLIND: taking something out of the plan never makes an alarm go
   * away.
   *
   * @param before null when there was none
   */
  void follow(@Nullable Watch before, Told told);

  /** The next plan asks for no such watch: what is open ends as BLIND. */
  void end(Told told);
}
