package io.minewatch.bench.workload;

import io.minewatch.bench.script.Fault;
import io.minewatch.bench.script.PointKind;
import io.minewatch.bench.script.Rulebook;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Draws one mine from its own seed, so that a mine does not change when others are added. */
final class MineDrawer {
  /** Sigma of the log-normal size: few mines are above three times the mean, few below a third. */
  private static final double SIZE_SPREAD = 0.5;

  private static final int SMALLEST = 20;

  private static final long SEED_STEP = 1_000_003;

  private final Mix mix;
  private final String code;
  private final Random random;

  MineDrawer(Mix mix, int number) {
    this.mix = mix;
    this.code = String.format("99%010d", number);
    // Neighbouring seeds give Random neighbouring first numbers; these are far apart.
    this.random = new Random(new SplittableRandom(mix.seed() * SEED_STEP + number).nextLong());
  }

  Mine draw() {
    double size = Math.exp(SIZE_SPREAD * random.nextGaussian() - SIZE_SPREAD * SIZE_SPREAD / 2);
    List<PointSlot> points = points(bounded(mix.meanPoints() * size));
    People people = new People(code, bounded(mix.meanTags() * size), mix);
    List<Gateway> gateways = new ArrayList<>(people.gateways());
    List<Fault> faults = new ArrayList<>();
    GatewayDrawer drawer = new GatewayDrawer(mix, code, random);
    PointSlot last = points.get(points.size() - 1);
    for (int from = 0; from < points.size(); from += mix.batch()) {
      String id = String.format("gw-%02d", from / mix.batch());
      int to = Math.min(points.size(), from + mix.batch());
      gateways.add(drawer.draw(id, points.subList(from, to), last, faults));
    }
    return new Mine(plan(points), gateways, faults, people.underground());
  }

  private static int bounded(double size) {
    return (int) Math.max(SMALLEST, Math.min(Mix.LARGEST, Math.round(size)));
  }

  private static List<PointSlot> points(int count) {
    List<PointSlot> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      PointKind kind = i == count - 1 ? PointKind.METHANE : PointKind.ofPoint(i);
      points.add(new PointSlot(String.format("%s-%04d", kind.prefix(), i), kind));
    }
    return points;
  }

  private Plan plan(List<PointSlot> slots) {
    List<ZonePlan> zones = new ArrayList<>();
    zones.add(new ZonePlan(new ZoneId("surface"), "地面", "Surface", false, 0, next(0), 0, 0));
    for (int i = 0; i < People.ZONES; i++) {
      ZoneId id = new ZoneId(People.zone(i));
      zones.add(new ZonePlan(id, "区域" + i, "Zone " + i, true, 0, next(i + 1), i + 1, 1));
    }
    List<PointPlan> points = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      PointSlot slot = slots.get(i);
      points.add(
          new PointPlan(
              new PointId(slot.name()),
              new ZoneId(People.zone(i % People.ZONES)),
              slot.kind().measure(),
              slot.kind().measure().chinese(),
              slot.name(),
              "",
              Duration.ofMillis(mix.pace().cycleMillis()),
              slot.kind().rules()));
    }
    return new Plan(
        new MineCode(code),
        "矿" + code,
        "Mine " + code,
        1,
        Instant.ofEpochMilli(mix.startMillis()).minus(Duration.ofDays(1)),
        MineStatus.WORKING,
        ShiftPlan.NOT_TOLD,
        Duration.ofMillis(mix.pace().peopleMillis()),
        zones,
        points,
        mix.isPaced() ? Rulebook.allOfARegistry() : Rulebook.all());
  }

  /** Zones lie in a chain that begins at the surface. */
  private static List<ZoneId> next(int place) {
    List<ZoneId> next = new ArrayList<>();
    if (place > 0) {
      next.add(new ZoneId(place == 1 ? "surface" : People.zone(place - 2)));
    }
    if (place < People.ZONES) {
      next.add(new ZoneId(People.zone(place)));
    }
    return next;
  }
}
