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
  private final long skewMillis;
  private final Template[] ring;
  private final @Nullable Template[] faulty;

  private Gateway(
      String topic,
      List<PointSlot> points,
      List<String> cards,
      long skewMillis,
      Template[] ring,
      @Nullable Template[] faulty) {
    this.topic = topic;
    this.points = points;
    this.cards = cards;
    this.size = points.size() + cards.size();
    this.skewMillis = skewMillis;
    this.ring = ring;
    this.faulty = faulty;
  }

  static Gateway ofReadings(
      String topic,
      List<PointSlot> points,
      long skewMillis,
      Template[] ring,
      @Nullable Template[] faulty) {
    return new Gateway(topic, List.copyOf(points), List.of(), skewMillis, ring, faulty);
  }

  static Gateway ofPositions(
      String topic, List<String> cards, long momentMillis, Template[] ring) {
    return new Gateway(
        topic, List.of(), List.copyOf(cards), momentMillis, ring, new Template[0]);
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
    return skewMillis;
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
    long period = isPositions() ? Calendar.PEOPLE_MILLIS : Calendar.CYCLE_MILLIS;
    byte[] payload = template.stamped(startMillis + cycle * period + skewMillis);
    return new Parcel(this, payload, cycle, receivedMillis);
  }
}
