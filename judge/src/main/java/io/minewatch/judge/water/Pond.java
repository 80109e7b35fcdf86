package io.minewatch.judge.water;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.TailingsItem;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One pond: what colour each of its points has, and what follows for its items and itself. */
final class Pond {
  private final PondRule rule;
  private final Aggregation aggregation;
  private final PointColour[] colours;
  private final Map<PointId, PointPlan> plans = new HashMap<>();

  Pond(PondRule rule, Plan plan) {
    this.rule = rule;
    PondRule.Counts counts = rule.counts();
    aggregation =
        new Aggregation(counts.blue(), counts.yellow(), counts.orange(), counts.blueItems());
    colours = new PointColour[rule.levels().size()];
    Arrays.fill(colours, PointColour.UNKNOWN);
    plan.points().forEach(point -> plans.put(point.id(), point));
  }

  PondRule rule() {
    return rule;
  }

  Terms terms() {
    return terms(Side.HIGH);
  }

  private Terms terms(Side side) {
    return new Terms(
        rule.id(),
        Check.TAILINGS,
        side,
        rule.raiseAfter().toMillis(),
        rule.clearAfter().toMillis());
  }

  /** A trusted value of a point. */
  void onValue(PointId id, Look look, Conditions conditions, Told told) {
    int place = place(id);
    if (place >= 0) {
      PondRule.Levels levels = rule.levels().get(place);
      colours[place] = colour(levels, look.value());
      Truth truth = isColoured(colours[place]) ? Truth.HOLDS : Truth.GONE;
      Look seen =
          look.seeing(severity(colours[place]), look.value(), reached(levels, colours[place]))
              .with(Map.of("item", levels.item().name()));
      conditions.look(terms(levels.item().danger()), about(levels), truth, seen, told);
      whole(look, conditions, told);
    }
  }

  /** A point that cannot be read. */
  void onNothing(PointId id, Look look, Conditions conditions, Told told) {
    int place = place(id);
    if (place >= 0) {
      PondRule.Levels levels = rule.levels().get(place);
      colours[place] = isColoured(colours[place]) ? colours[place] : PointColour.UNKNOWN;
      conditions.look(terms(levels.item().danger()), about(levels), Truth.UNKNOWN, look, told);
      whole(look, conditions, told);
    }
  }

  /** Nothing is known of a while of a point: nor then of its item and of the pond. */
  void gap(PointId id, Conditions conditions) {
    int place = place(id);
    if (place >= 0) {
      conditions.gap(rule.id(), Subject.of(id));
      conditions.gap(rule.id(), itemOf(rule.levels().get(place).item()));
      conditions.gap(rule.id(), itself());
    }
  }

  private void whole(Look at, Conditions conditions, Told told) {
    EnumMap<TailingsItem, List<PointColour>> points = new EnumMap<>(TailingsItem.class);
    for (int i = 0; i < colours.length; i++) {
      points
          .computeIfAbsent(rule.levels().get(i).item(), item -> new ArrayList<>())
          .add(colours[i]);
    }
    List<PointColour> items = new ArrayList<>();
    Map<String, String> all = new TreeMap<>();
    for (var each : points.entrySet()) {
      PointColour item = aggregation.item(each.getValue());
      items.add(item);
      all.put(each.getKey().name().toLowerCase(Locale.ROOT), item.name());
      Map<String, String> counts = counts(each.getValue());
      lifted(itemOf(each.getKey()), item, each.getValue(), at.with(counts), conditions, told);
    }
    Map<String, String> detail = Map.of("items", String.join(", ", texts(all)));
    lifted(itself(), aggregation.pond(items), items, at.with(detail), conditions, told);
  }

  private static List<String> texts(Map<String, String> all) {
    return all.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }

  private static Map<String, String> counts(List<PointColour> points) {
    Map<String, Integer> counts = new TreeMap<>();
    points.forEach(colour -> counts.merge(colour.name(), 1, Integer::sum));
    List<String> texts = new ArrayList<>();
    counts.forEach((colour, count) -> texts.add(count + " " + colour));
    return Map.of("points", String.join(", ", texts));
  }

  /** A whole is found by itself where it is worse than its worst part. */
  private void lifted(
      Subject subject,
      PointColour whole,
      List<PointColour> parts,
      Look at,
      Conditions conditions,
      Told told) {
    boolean above = parts.stream().allMatch(part -> whole.compareTo(part) > 0);
    Truth truth =
        above && isColoured(whole)
            ? Truth.HOLDS
            : parts.contains(PointColour.UNKNOWN) ? Truth.UNKNOWN : Truth.GONE;
    Look look = at.seeing(severity(whole), Double.NaN, 0);
    conditions.look(terms(), new About(subject, rule.zone(), null, ""), truth, look, told);
  }

  private static PointColour colour(PondRule.Levels by, double value) {
    return new DesignLevels(by.item(), by.blue(), by.yellow(), by.orange(), by.red()).colour(value);
  }

  private static double reached(PondRule.Levels levels, PointColour colour) {
    return switch (colour) {
      case NONE, UNKNOWN, BLUE -> levels.blue();
      case YELLOW -> levels.yellow();
      case ORANGE -> levels.orange();
      case RED -> levels.red();
    };
  }

  private static boolean isColoured(PointColour colour) {
    return colour.compareTo(PointColour.BLUE) >= 0;
  }

  private static Severity severity(PointColour colour) {
    return isColoured(colour) ? Severity.valueOf(colour.name()) : Severity.BLUE;
  }

  private int place(PointId id) {
    for (int i = 0; i < colours.length; i++) {
      if (rule.levels().get(i).point().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private About about(PondRule.Levels levels) {
    PointPlan point = plans.get(levels.point());
    Measure measure = point == null ? null : point.measure();
    return new About(
        Subject.of(levels.point()),
        point == null ? rule.zone() : point.zone(),
        measure,
        measure == null ? "" : measure.unit());
  }

  private Subject itself() {
    return new Subject(Subject.Kind.CONDITION, rule.subject());
  }

  private Subject itemOf(TailingsItem item) {
    return new Subject(Subject.Kind.CONDITION, rule.subject() + "." + item.name());
  }

  boolean asks(Subject subject) {
    return subject.equals(itself())
        || rule.levels().stream()
            .anyMatch(
                level ->
                    subject.equals(itemOf(level.item()))
                        || subject.equals(Subject.of(level.point())));
  }

  void follow(Pond before) {
    if (before.rule.id().equals(rule.id())) {
      for (int i = 0; i < colours.length; i++) {
        int was = before.place(rule.levels().get(i).point());
        colours[i] = was < 0 ? PointColour.UNKNOWN : before.colours[was];
      }
    }
  }

  void pass(Tape tape) {
    for (int i = 0; i < colours.length; i++) {
      colours[i] = PointColour.valueOf(tape.text(colours[i].name()));
    }
  }
}
