package io.minewatch.bench.workload;

import io.minewatch.bench.script.Calendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One gateway of one mine: its messages, ready to be stamped. A pure function of the cycle, so that
 * any stretch can be sent again.
 */
public final class Gateway {
  private final String topic;
  private final List<PointSlot> points;
  private final List<String> cards;
  private final int size;
  private final Clockwork clock;
  private final Template[] ring;
  private final @Nullable Template[] faulty;

  /**
   * When it speaks.
   *
   * @param skewMillis how far its clock is ahead; in a paced run, when in its period it measures
   */
  record Clockwork(long skewMillis, long periodMillis) {}

  private Gateway(
      String topic,
      List<PointSlot> points,
      List<String> cards,
      Clockwork clock,
      Template[] ring,
      @Nullable Template[] faulty) {
    this.topic = topic;
    this.points = points;
    this.cards = cards;
    this.size = points.size() + cards.size();
    this.clock = clock;
    this.ring = ring;
    this.faulty = faulty;
  }

  static Gateway ofReadings(
      String topic,
      List<PointSlot> points,
      Clockwork clock,
      Template[] ring,
      @Nullable Template[] faulty) {
    return new Gateway(topic, List.copyOf(points), List.of(), clock, ring, faulty);
  }

  static Gateway ofPositions(String topic, List<String> cards, Clockwork clock, Template[] ring) {
    return new Gateway(topic, List.of(), List.copyOf(cards), clock, ring, new Template[0]);
  }

  public String topic() {
    return topic;
  }

  public boolean isPositions() {
    return !cards.isEmpty();
  }

  /** The points in the order of its messages; empty for positions. */
  public List<PointSlot> points() {
    return points;
  }

  /** The cards in the order of its messages; empty for readings. */
  public List<String> cards() {
    return cards;
  }

  int size() {
    return size;
  }

  /** How far its clock is ahead; in a paced run, when in its period it measures. */
  public long skewMillis() {
    return clock.skewMillis();
  }

  /** Bytes of an ordinary message. */
  int bytes() {
    return ring[0].length();
  }

  /**
   * The message of a cycle.
   *
   * @param cycle of this gateway, counted from the start of the workload; also its sequence number
   */
  Parcel parcel(long cycle, long startMillis, long receivedMillis) {
    Template faulted = faulty.length == 0 ? null : faulty[(int) (cycle % Calendar.PERIOD_CYCLES)];
    Template template = faulted == null ? ring[(int) (cycle % ring.length)] : faulted;
    byte[] payload =
        template.stamped(startMillis + cycle * clock.periodMillis() + clock.skewMillis());
    return new Parcel(this, payload, cycle, receivedMillis);
  }
}
