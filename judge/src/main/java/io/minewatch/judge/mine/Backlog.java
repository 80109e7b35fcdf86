package io.minewatch.judge.mine;

import io.minewatch.judge.limit.Excursions;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the backfill lane, and of overtaken readings, while they flow: the
 * excursions in it, the last reading of each point, and who calls for help in it. It is apart from
 * all that is known of now, and changes none of it. Nothing is kept while nothing flows: 32 bytes a
 * point and 78 a slot come with the first message and go when the lane has been quiet for {@link
 * #REST_MILLIS}. Times are milliseconds since 1970 UTC.
 */
final class Backlog {
  /** A gateway that still has a backlog sends some of it every second. */
  static final long REST_MILLIS = 10 * 60_000;

  /** More cards than this do not call for help at once; of one more nothing is told. */
  private static final int MOST_CALLS = 1_000;

  private @Nullable Columns sent;
  private @Nullable Columns overtaken;
  private final TreeMap<String, Long> calls = new TreeMap<>();
  private long lastReceived = Freshness.NEVER;

  /** What is kept of each point and slot while the lane flows. */
  static final class Columns {
    final Excursions excursions;

    /** Measured time of the last reading of each point in this lane. */
    final long[] measured;

    /** The last of them that was a measurement. */
    final double[] trusted;

    final long[] trustedMeasured;
    final long[] trustedReceived;

    Columns(int points, int slots) {
      excursions = new Excursions(slots);
      measured = new long[points];
      trusted = new double[points];
      trustedMeasured = new long[points];
      trustedReceived = new long[points];
      Arrays.fill(measured, Freshness.NEVER);
      Arrays.fill(trusted, Double.NaN);
    }

    private void pass(Tape tape) {
      excursions.pass(tape);
      tape.column(measured);
      tape.column(trusted);
      tape.column(trustedMeasured);
      tape.column(trustedReceived);
    }
  }

  /** Takes note of a message of the backfill lane, and gives what is known of those before it. */
  Columns sent(PlanIndex index, long received) {
    lastReceived = Math.max(lastReceived, received);
    sent = begun(sent, index);
    return sent;
  }

  /** Takes note of a reading of the live lane that was overtaken by later ones. */
  Columns overtaken(PlanIndex index, long received) {
    lastReceived = Math.max(lastReceived, received);
    overtaken = begun(overtaken, index);
    return overtaken;
  }

  private static Columns begun(@Nullable Columns known, PlanIndex index) {
    return known == null ? new Columns(index.points(), index.slots()) : known;
  }

  /**
   * Notes that a card calls for help.
   *
   * @return when it began to, or null if it calls already or is one too many
   */
  @Nullable Long calls(String card, long measured, long received) {
    lastReceived = Math.max(lastReceived, received);
    return calls.size() < MOST_CALLS && calls.putIfAbsent(card, measured) == null ? measured : null;
  }

  /** Notes that a card calls no more; gives when it began to, or null if it did not. */
  @Nullable Long calm(String card, long measured) {
    Long since = calls.get(card);
    return since != null && since < measured ? calls.remove(card) : null;
  }

  /** Forgets a lane that has been quiet for long; what is open in it stays as it was told. */
  void rest(long now) {
    if (!isEmpty() && now - lastReceived > REST_MILLIS) {
      forget();
    }
  }

  /** Begins anew, as under another plan. */
  void forget() {
    sent = null;
    overtaken = null;
    calls.clear();
    lastReceived = Freshness.NEVER;
  }

  boolean isEmpty() {
    return sent == null && overtaken == null && calls.isEmpty();
  }

  void pass(Tape tape, PlanIndex index) {
    boolean flows = tape.flag(sent != null);
    boolean late = tape.flag(overtaken != null);
    lastReceived = tape.whole(lastReceived);
    if (tape.isPlaying()) {
      sent = flows ? begun(sent, index) : null;
      overtaken = late ? begun(overtaken, index) : null;
    }
    if (sent != null) {
      sent.pass(tape);
    }
    if (overtaken != null) {
      overtaken.pass(tape);
    }
    record Call(String card, long since) {}
    List<Call> calling = new ArrayList<>();
    calls.forEach((card, since) -> calling.add(new Call(card, since)));
    List<Call> passed =
        tape.list(
            calling,
            call -> new Call(tape.text(call.card()), tape.whole(call.since())),
            played -> new Call(played.text(""), played.whole(0L)));
    if (tape.isPlaying()) {
      passed.forEach(call -> calls.put(call.card(), call.since()));
    }
  }
}
