package io.minewatch.judge.silence;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.column.Flags;
import io.minewatch.judge.column.Wholes;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Sample;
import java.util.ArrayList;
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

  private final List<PointPlan> points;
  private final Flags lawful;
  private final byte[] state;

  /** The gateways through which points spoke, the empty name among them, and their numbers. */
  private final List<String> names = new ArrayList<>(List.of(""));

  private final Map<String, Integer> numbers = new HashMap<>(Map.of("", 0));

  /** The number of the gateway through which each last spoke; 0 before the first word. */
  private final char[] gateway;

  /** Measured and received time of the last reading, NEVER before the first. */
  private final Wholes measured;

  private final Wholes received;

  /** The gateways themselves. */
  final Senders senders = new Senders();

  Lines(Plan plan) {
    asked = plan.effectiveFrom().toEpochMilli();
    points = plan.points();
    Set<String> limits = new HashSet<>();
    plan.limits().forEach(limit -> limits.add(limit.id()));
    int size = points.size();
    lawful = new Flags(size);
    for (int p = 0; p < size; p++) {
      if (points.get(p).rules().stream().anyMatch(limits::contains)) {
        lawful.set(p);
      }
    }
    state = new byte[size];
    gateway = new char[size];
    measured = new Wholes(size);
    received = new Wholes(size);
  }

  /** The number of a gateway by its name; {@link Senders} names no more than a mine may have. */
  int number(String name) {
    Integer known = numbers.putIfAbsent(name, names.size());
    if (known == null) {
      names.add(name);
      return names.size() - 1;
    }
    return known;
  }

  /**
   * Takes note of a reading; true when that changes what the point is worth.
   *
   * @param from the number of its gateway
   */
  boolean heard(int point, int from, Sample sample, byte now) {
    boolean changed = state[point] != now || gateway[point] != from;
    if (changed) {
      state[point] = now;
      gateway[point] = (char) from;
    }
    measured.set(point, sample.measured());
    received.set(point, sample.received());
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
    return points.size();
  }

  PointPlan point(int p) {
    return points.get(p);
  }

  boolean isLawful(int p) {
    return lawful.get(p);
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
    return measured.get(p) != Freshness.NEVER;
  }

  String gateway(int p) {
    return names.get(gateway[p]);
  }

  long measured(int p) {
    return measured.get(p);
  }

  long received(int p) {
    return received.get(p);
  }

  /** Every gateway that was ever heard of, and whether the broker lost it. */
  Map<String, Boolean> gateways() {
    Map<String, Boolean> all = senders.all();
    for (char number : gateway) {
      if (number > 0) {
        all.putIfAbsent(names.get(number), false);
      }
    }
    return all;
  }

  /** Whether a subject is still part of the plan; gateways always are. */
  boolean knows(Subject subject) {
    return switch (subject.kind()) {
      case GATEWAY, MINE, CONDITION -> true;
      case SUBSTATION ->
          points.stream().anyMatch(p -> p.sensor().substation().equals(subject.id()));
      default -> points.stream().anyMatch(p -> p.id().value().equals(subject.id()));
    };
  }

  /** What lies behind a cut, in words; nothing for one point, which is itself the subject. */
  Map<String, String> named(List<Integer> behind) {
    if (behind.size() < 2) {
      return Map.of();
    }
    String named =
        String.join(
            ", ", behind.stream().limit(MOST_NAMED).map(p -> points.get(p).id().value()).toList());
    return Map.of("count", String.valueOf(behind.size()), "behind", named);
  }

  void follow(Lines before) {
    Map<String, Integer> old = new HashMap<>();
    for (int p = 0; p < before.size(); p++) {
      old.put(before.point(p).id().value(), p);
    }
    for (int p = 0; p < size(); p++) {
      Integer at = old.get(point(p).id().value());
      if (at != null) {
        state[p] = before.state[at];
        gateway[p] = (char) number(before.gateway(at));
        measured.set(p, before.measured.get(at));
        received.set(p, before.received.get(at));
      }
    }
    senders.follow(before.senders);
  }

  void pass(Tape tape) {
    tape.column(state);
    measured.pass(tape);
    received.pass(tape);
    List<String> known = tape.list(names, tape::text, from -> from.text("").intern());
    if (tape.isPlaying()) {
      known.forEach(this::number);
    }
    tape.column(gateway);
    senders.pass(tape);
  }
}
