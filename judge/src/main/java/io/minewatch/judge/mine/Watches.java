package io.minewatch.judge.mine;

import io.minewatch.domain.feed.Outlook;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.feed.UnknownPoint;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.Plan;
import io.minewatch.judge.change.ChangeWatch;
import io.minewatch.judge.chatter.ChatterWatch;
import io.minewatch.judge.column.Distinct;
import io.minewatch.judge.compound.CompoundWatch;
import io.minewatch.judge.compound.Compounds;
import io.minewatch.judge.flat.FlatWatch;
import io.minewatch.judge.interlock.InterlockWatch;
import io.minewatch.judge.lost.LostWatch;
import io.minewatch.judge.people.PeopleWatch;
import io.minewatch.judge.plausible.PlausibleWatch;
import io.minewatch.judge.reported.ReportedWatch;
import io.minewatch.judge.silence.OutageWatch;
import io.minewatch.judge.slope.SlopeWatch;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.trend.TrendWatch;
import io.minewatch.judge.watch.Reported;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import io.minewatch.judge.water.PondWatch;
import io.minewatch.judge.water.WaterWatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
          PlausibleWatch::of,
          ChangeWatch::of,
          TrendWatch::of,
          LostWatch::of,
          FlatWatch::of,
          ChatterWatch::of,
          PeopleWatch::of,
          ReportedWatch::of);

  private final Plan plan;
  private final List<Watch> all = new ArrayList<>();

  /** Who makes each of them anew, in the same order. */
  private final List<Function<Plan, @Nullable Watch>> makers = new ArrayList<>();

  /** By point. */
  private final Distinct<Kind> kinds;

  /** What is the same of points of one kind: who watches them, and who is asked first. */
  private static final class Kind {
    final Watch[] told;
    final @Nullable Watch guard;

    Kind(List<Watch> watching, @Nullable Watch guard) {
      this.told = watching.toArray(Watch[]::new);
      this.guard = guard;
    }

    /** The same of other watches in the same order. */
    Kind among(List<Watch> ours, List<Watch> others) {
      List<Watch> watching = Arrays.stream(told).map(w -> others.get(ours.indexOf(w))).toList();
      return new Kind(watching, guard == null ? null : others.get(ours.indexOf(guard)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Kind kind
          && Objects.equals(guard, kind.guard)
          && Arrays.equals(told, kind.told);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(told);
    }
  }

  Watches(Plan plan, Compounds compounds) {
    this.plan = plan;
    KINDS.forEach(this::add);
    add(any -> CompoundWatch.of(any, compounds));
    kinds = new Distinct<>(plan.points().size(), this::kind);
  }

  private void add(Function<Plan, @Nullable Watch> maker) {
    Watch watch = maker.apply(plan);
    if (watch != null) {
      all.add(watch);
      makers.add(maker);
    }
  }

  private Watches(Watches other) {
    plan = other.plan;
    for (int i = 0; i < other.all.size(); i++) {
      Watch beside = other.all.get(i).beside();
      all.add(beside != null ? beside : Objects.requireNonNull(other.makers.get(i).apply(plan)));
    }
    makers.addAll(other.makers);
    kinds = other.kinds.map(kind -> kind.among(other.all, all));
  }

  /** The same watches, which remember nothing; what comes of the plan is shared. */
  Watches beside() {
    return new Watches(this);
  }

  private Kind kind(int point) {
    List<Watch> watching = all.stream().filter(watch -> watch.watches(point)).toList();
    Watch guard = all.stream().filter(watch -> watch.guards(point)).findFirst().orElse(null);
    return new Kind(watching, guard);
  }

  Watch[] at(int point) {
    return kinds.of(point).told;
  }

  /** Who is to be asked first whether a reading of a point is kept back; null for nobody. */
  @Nullable Watch guard(int point) {
    return kinds.of(point).guard;
  }

  /** Tells everybody of a point that is not seen any more, if it was rising. */
  void lost(int point, Sample last, Told told) {
    boolean rising = false;
    for (Watch watch : at(point)) {
      rising |= watch.isRising(point);
    }
    if (rising) {
      for (Watch watch : at(point)) {
        watch.onLost(point, last, told);
      }
    }
  }

  /** The points that head for their next limit, the soonest first. */
  List<Outlook> outlooks() {
    List<Outlook> outlooks = new ArrayList<>();
    each(watch -> watch.outlooks(outlooks::add));
    outlooks.sort(Comparator.comparing(Outlook::likely));
    return outlooks.subList(0, Math.min(outlooks.size(), Summary.MAX_OUTLOOKS));
  }

  /** The points of whose course nothing can be judged, by id. */
  List<UnknownPoint> unknown() {
    List<UnknownPoint> unknown = new ArrayList<>();
    each(watch -> watch.unknown(unknown::add));
    unknown.sort(Comparator.comparing(each -> each.point().value()));
    return unknown.subList(0, Math.min(unknown.size(), Summary.MAX_UNKNOWN));
  }

  /** Tells a finding to those that hear of its rule. */
  void hear(Finding finding, Supplier<Told> told) {
    for (Watch watch : all) {
      if (watch.hears(finding.rule())) {
        watch.onFinding(finding, told.get());
      }
    }
  }

  /** Tells an alarm of the mine's own systems; whether anybody took it. */
  boolean reported(Reported reported, Told told) {
    boolean taken = false;
    for (Watch watch : all) {
      taken |= watch.onReported(reported, told);
    }
    return taken;
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

  @Nullable Watch named(String name) {
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
