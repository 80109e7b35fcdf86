package io.minewatch.judge.mine;

import io.minewatch.domain.plan.Plan;
import io.minewatch.judge.interlock.InterlockWatch;
import io.minewatch.judge.people.PeopleWatch;
import io.minewatch.judge.silence.OutageWatch;
import io.minewatch.judge.slope.SlopeWatch;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import io.minewatch.judge.water.PondWatch;
import io.minewatch.judge.water.WaterWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The watches of one mine under one plan: every kind of judging beside limits, one line each. The
 * order is that of the tape.
 */
final class Watches {
  /** Each kind looks whether the plan asks for it; null when not. The order is that of the tape. */
  private static final List<Function<Plan, @Nullable Watch>> KINDS =
      List.of(
          SlopeWatch::of,
          InterlockWatch::of,
          WaterWatch::of,
          PondWatch::of,
          OutageWatch::of,
          PeopleWatch::of);

  private static final Watch[] NONE = {};

  private final List<Watch> all;
  private final Watch[][] byPoint;

  Watches(Plan plan) {
    all = of(plan);
    byPoint = new Watch[plan.points().size()][];
    for (int p = 0; p < byPoint.length; p++) {
      List<Watch> watching = new ArrayList<>();
      for (Watch watch : all) {
        if (watch.watches(p)) {
          watching.add(watch);
        }
      }
      byPoint[p] = watching.isEmpty() ? NONE : watching.toArray(Watch[]::new);
    }
  }

  private static List<Watch> of(Plan plan) {
    List<Watch> asked = new ArrayList<>();
    for (Function<Plan, @Nullable Watch> kind : KINDS) {
      Watch watch = kind.apply(plan);
      if (watch != null) {
        asked.add(watch);
      }
    }
    return asked;
  }

  Watch[] at(int point) {
    return byPoint[point];
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  void each(Consumer<Watch> does) {
    for (Watch watch : all) {
      does.accept(watch);
    }
  }

  /** Our time at which the first of them wants to be told of time. */
  long wakeAt() {
    long next = Long.MAX_VALUE;
    for (Watch watch : all) {
      next = Math.min(next, watch.wakeAt());
    }
    return next;
  }

  /** Takes over from the plan before. */
  void follow(Watches before, Told told) {
    for (Watch watch : all) {
      watch.follow(before.named(watch.name()), told);
    }
    for (Watch watch : before.all) {
      if (named(watch.name()) == null) {
        watch.end(told);
      }
    }
  }

  private @Nullable Watch named(String name) {
    for (Watch watch : all) {
      if (watch.name().equals(name)) {
        return watch;
      }
    }
    return null;
  }

  void pass(Tape tape) {
    int saved = tape.whole(all.size());
    if (saved != all.size()) {
      throw new IllegalArgumentException(
          "the memory holds " + saved + " watches, the plan asks for " + all.size());
    }
    for (Watch watch : all) {
      String name = tape.text(watch.name());
      if (!name.equals(watch.name())) {
        throw new IllegalArgumentException(
            "the memory holds the watch " + name + " in place of " + watch.name());
      }
      watch.pass(tape);
    }
  }
}
