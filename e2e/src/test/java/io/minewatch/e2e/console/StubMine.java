package io.minewatch.e2e.console;

import io.minewatch.domain.feed.GatewayPresence;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.feed.UnknownPoint;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.Muster.ZoneCount;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the scripted mine measures and where its people are. */
final class StubMine {
  private static final Map<String, Double> CALM =
      Map.ofEntries(
          Map.entry("T0-0101", 0.58),
          Map.entry("T1-0101", 0.42),
          Map.entry("T2-0101", 0.51),
          Map.entry("T1-0201", 0.33),
          Map.entry("T2-0201", 0.37),
          Map.entry("CO-0101", 6.0),
          Map.entry("AS-0101", 2.4),
          Map.entry("TE-0101", 23.1),
          Map.entry("FAN-0201", 1.0),
          Map.entry("CH4-MH", 0.08),
          Map.entry("WL-PUMP", 1.35),
          Map.entry("O2-0101", 20.7));

  final Plan plan;
  private final Clock clock;
  private final Instant started;
  private final Map<String, Double> values = new ConcurrentHashMap<>(CALM);
  private final Map<String, String> qualities = new ConcurrentHashMap<>();
  private final Map<String, Instant> stoppedAt = new ConcurrentHashMap<>();
  private final Map<String, Integer> people = new TreeMap<>();
  private volatile Object told;
  private volatile List<UnknownPoint> unknown = List.of();
  private volatile Duration judgingAge = Duration.ZERO;
  private volatile Duration fixAge = Duration.ofSeconds(4);

  StubMine(Clock clock) throws Exception {
    this.clock = clock;
    started = clock.instant();
    try (InputStream in = StubMine.class.getResourceAsStream("/console/plan.json")) {
      plan = Messages.read(in.readAllBytes(), Plan.class);
    }
    told = plan;
    people.putAll(
        Map.of(
            "face-0101",
            9,
            "heading-0201",
            5,
            "main-haulage",
            4,
            "return-0101",
            2,
            "intake-0101",
            1,
            "pump-room",
            2,
            "main-shaft",
            1));
  }

  /** From now on the plan tells this time zone. */
  void liesIn(String timeZone) throws WireException {
    Map<?, ?> known = Messages.read(Messages.write(plan), Map.class);
    Map<Object, Object> changed = new HashMap<>(known);
    changed.put("shifts", new ShiftPlan(timeZone, ShiftPlan.NOT_TOLD.begins()));
    told = changed;
  }

  /** From now on so many zones lie side by side, and all points are in the first of them. */
  void liesInColumns(int count) throws WireException {
    told = StubColumns.of(plan, count);
  }

  /** From now on no rule of the plan is about the point. */
  void isOnlyRecorded(String point) throws WireException {
    Map<?, ?> known = Messages.read(Messages.write(plan), Map.class);
    Map<Object, Object> changed = new HashMap<>(known);
    List<Map<Object, Object>> points = new ArrayList<>();
    for (Object each : (List<?>) changed.get("points")) {
      Map<Object, Object> row = new HashMap<>((Map<?, ?>) each);
      if (point.equals(row.get("id"))) {
        row.put("rules", List.of());
      }
      points.add(row);
    }
    changed.put("points", points);
    told = changed;
  }

  /** From now on judging says that it knows nothing of the point. */
  void isUnknown(String point, UnknownPoint.Why why) {
    unknown = List.of(new UnknownPoint(new PointId(point), why));
  }

  /** The plan as pages have it. */
  Object told() {
    return told;
  }

  /** From now on the point reads this. */
  void read(String point, double value) {
    values.put(point, value);
  }

  /** From now on the point reports this quality. */
  void quality(String point, String quality) {
    qualities.put(point, quality);
  }

  /** The point reports that its cable is cut, and no number. */
  void lose(String point) {
    qualities.put(point, "DISCONNECTED");
    values.remove(point);
  }

  /** The point is not heard again. */
  void silence(String point) {
    stoppedAt.put(point, clock.instant());
  }

  /** From now on the judging of this mine is as old as this, and gets no younger. */
  void judgingIsOld(Duration age) {
    judgingAge = age;
  }

  /** From now on the newest position of anybody is as old as this. */
  void positionsAreOld(Duration age) {
    fixAge = age;
  }

  /** Moves everybody out of a zone to the surface, all but some. */
  synchronized void empty(String zone, int left) {
    people.put(zone, left);
  }

  synchronized int peopleIn(String zone) {
    return people.getOrDefault(zone, 0);
  }

  List<Map<String, Object>> live() {
    List<Map<String, Object>> readings = new ArrayList<>();
    for (PointPlan point : plan.points()) {
      Instant heard = stoppedAt.getOrDefault(point.id().value(), clock.instant());
      readings.add(reading(point, heard));
    }
    return readings;
  }

  private Map<String, Object> reading(PointPlan point, Instant heard) {
    String id = point.id().value();
    Map<String, Object> reading = new LinkedHashMap<>();
    reading.put("point", id);
    reading.put("value", values.get(id));
    reading.put("unit", point.measure().unit());
    reading.put("quality", qualities.getOrDefault(id, "GOOD"));
    reading.put("measured", heard.minusMillis(900));
    reading.put("received", heard.minusMillis(300));
    return reading;
  }

  /** Calm until now, with the ripple of a real sensor and, for the risen point, its climb. */
  Map<String, Object> history(String point, Instant from) {
    List<Long> times = new ArrayList<>();
    List<Double> series = new ArrayList<>();
    double now = values.getOrDefault(point, 0.0);
    double calm = CALM.getOrDefault(point, now);
    long end = stoppedAt.getOrDefault(point, clock.instant()).toEpochMilli();
    for (long at = from.toEpochMilli(); at <= end; at += 10_000) {
      double climb = Math.max(0, 1 - (end - at) / 150_000.0);
      double ripple = 0.015 * Math.sin(at / 23_000.0) + 0.01 * Math.sin(at / 7_100.0);
      times.add(at);
      series.add(calm + (now - calm) * climb * climb + ripple * calm);
    }
    Map<String, Object> history = new LinkedHashMap<>();
    history.put("point", point);
    history.put("unit", "%CH4");
    history.put("t", times);
    history.put("v", series);
    return history;
  }

  synchronized Muster muster() {
    List<ZoneCount> counts = new ArrayList<>();
    for (ZonePlan zone : plan.zones()) {
      int count = people.getOrDefault(zone.id().value(), 0);
      counts.add(new ZoneCount(new ZoneId(zone.id().value()), count, 0));
    }
    Instant now = clock.instant();
    return new Muster(plan.mine(), now, now.minus(fixAge), 1, counts, 0, List.of());
  }

  synchronized Summary summary() {
    int dark = (int) qualities.values().stream().filter(q -> !q.equals("GOOD")).count();
    dark += stoppedAt.size();
    int points = plan.points().size();
    int underground = people.values().stream().mapToInt(Integer::intValue).sum();
    Instant now = clock.instant().minus(judgingAge);
    return new Summary(
        plan.mine(),
        now,
        plan.version(),
        points,
        points - dark,
        dark,
        0,
        0,
        underground,
        now.minusSeconds(1),
        0,
        List.of(
            new Summary.Gateway(
                new GatewayId("gw-01"),
                now,
                -40,
                0,
                0,
                "s1",
                1_041,
                0,
                null,
                null,
                0,
                0,
                null,
                null,
                0,
                0,
                List.of(),
                new GatewayPresence(GatewayStatus.State.ONLINE, started))),
        List.of(),
        new Summary.Readings(0, 0, 0),
        List.of(),
        unknown);
  }

  Instant started() {
    return started;
  }
}
