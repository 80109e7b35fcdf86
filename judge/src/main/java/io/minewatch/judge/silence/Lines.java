package io.minewatch.judge.silence;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the lines of a mine: which point speaks through which gateway, and does it. */
final class Lines {
  /** Most children named in a finding; all are counted. */
  private static final int MOST_NAMED = 40;

  /**
   * Heard, each flag for itself: what it says is no measurement, though nothing is broken. The
   * order is that of the tape.
   */
  private static final List<Quality> FLAGS =
      List.of(Quality.CALIBRATION, Quality.UNDER_RANGE, Quality.OVER_RANGE, Quality.SUSPECT);

  static final byte SEES = 0;

  /** Heard, and says of itself that it does not see. */
  static final byte FAULTY = 1;

  /** Not heard for too long. */
  static final byte SILENT = 2;

  /** Heard, under the first of the flags. */
  private static final byte FLAGGED = 3;

  /** Since when the plan asks for these points: what never spoke is missing since then. */
  final long asked;

  private final PointPlan[] points;
  private final boolean[] lawful;
  private final byte[] state;

  /** The gateway through which each last spoke; empty before the first word. */
  private final String[] gateway;

  /** Measured and received time of the last reading, NEVER before the first. */
  private final long[] measured;

  private final long[] received;

  /** The gateways themselves. */
  final Senders senders = new Senders();

  Lines(Plan plan) {
    asked = plan.effectiveFrom().toEpochMilli();
    points = plan.points().toArray(PointPlan[]::new);
    Set<String> limits = new HashSet<>();
    plan.limits().forEach(limit -> limits.add(limit.id()));
    lawful = new boolean[points.length];
    for (int p = 0; p < points.length; p++) {
      lawful[p] = points[p].rules().stream().anyMatch(limits::contains);
    }
    state = new byte[points.length];
    gateway = new String[points.length];
    measured = new long[points.length];
    received = new long[points.length];
    Arrays.fill(gateway, "");
    Arrays.fill(measured, Freshness.NEVER);
    Arrays.fill(received, Freshness.NEVER);
  }

  /** Takes note of a reading; true when that changes what the point is worth. */
  boolean heard(int point, String from, Sample sample, byte now) {
    boolean moved = !gateway[point].equals(from);
    boolean changed = state[point] != now || moved;
    state[point] = now;
    if (moved) {
      gateway[point] = from;
    }
    measured[point] = sample.measured();
    received[point] = sample.received();
    return changed;
  }

  /** What a point is worth that was heard and did not measure. */
  static byte unmeasured(Quality quality) {
    int flag = FLAGS.indexOf(quality);
    return flag < 0 ? FAULTY : (byte) (FLAGGED + flag);
  }

  /** Under which flag a point is heard that measures nothing; null for every other. */
  @Nullable Quality flag(int p) {
    return state[p] < FLAGGED ? null : FLAGS.get(state[p] - FLAGGED);
  }

  void silent(int point) {
    state[point] = SILENT;
  }

  int size() {
    return points.length;
  }

  PointPlan point(int p) {
    return points[p];
  }

  boolean isLawful(int p) {
    return lawful[p];
  }

  boolean isSilent(int p) {
    return state[p] == SILENT;
  }

  /** Whether it is heard and measures. */
  boolean measures(int p) {
    return state[p] == SEES;
  }

  /** Whether its line is whole: it is heard, and nothing is broken. */
  boolean sees(int p) {
    return state[p] == SEES || state[p] >= FLAGGED;
  }

  boolean wasHeard(int p) {
    return measured[p] != Freshness.NEVER;
  }

  String gateway(int p) {
    return gateway[p];
  }

  long measured(int p) {
    return measured[p];
  }

  long received(int p) {
    return received[p];
  }

  /** Every gateway that was ever heard of, and whether the broker lost it. */
  Map<String, Boolean> gateways() {
    Map<String, Boolean> all = senders.all();
    for (String name : gateway) {
      if (!name.isEmpty()) {
        all.putIfAbsent(name, false);
      }
    }
    return all;
  }

  /** Whether a subject is still part of the plan; gateways always are. */
  boolean knows(Subject subject) {
    return switch (subject.kind()) {
      case GATEWAY, MINE, CONDITION -> true;
      case SUBSTATION ->
          List.of(points).stream().anyMatch(p -> p.sensor().substation().equals(subject.id()));
      default -> List.of(points).stream().anyMatch(p -> p.id().value().equals(subject.id()));
    };
  }

  /** What lies behind a cut, in words; nothing for one point, which is itself the subject. */
  Map<String, String> named(List<Integer> behind) {
    if (behind.size() < 2) {
      return Map.of();
    }
    String named =
        String.join(
            ", ", behind.stream().limit(MOST_NAMED).map(p -> points[p].id().value()).toList());
    return Map.of("count", String.valueOf(behind.size()), "behind", named);
  }

  void follow(Lines before) {
    Map<String, Integer> old = new HashMap<>();
    for (int p = 0; p < before.points.length; p++) {
      old.put(before.points[p].id().value(), p);
    }
    for (int p = 0; p < points.length; p++) {
      Integer at = old.get(points[p].id().value());
      if (at != null) {
        state[p] = before.state[at];
        gateway[p] = before.gateway[at];
        measured[p] = before.measured[at];
        received[p] = before.received[at];
      }
    }
    senders.follow(before.senders);
  }

  void pass(Tape tape) {
    tape.column(state);
    tape.column(measured);
    tape.column(received);
    for (int p = 0; p < gateway.length; p++) {
      gateway[p] = tape.text(gateway[p]).intern();
    }
    senders.pass(tape);
  }
}
