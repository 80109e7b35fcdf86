package io.minewatch.alerting.filing;

import io.minewatch.alerting.document.Document;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.found.FileHead;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the mine's own limits of those thresholds of a file that are stricter than what holds. */
final class StricterLimits {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /**
   * Converting must not make 23.999999999999996 of 24 and so a limit that is stricter by nothing.
   */
  private static final MathContext TOLD = new MathContext(12);

  /** No mine sets a tenth of the law's value; percent for ppm is ten thousand. */
  private static final double SLIP = 10;

  /** Per cent of oxygen in air; at such a limit every mine would stand in alarm. */
  private static final double AIR = 20.9;

  private final FileHead head;
  private final List<Map<String, Object>> own;

  private StricterLimits(FileHead head, Document document) {
    this.head = head;
    this.own = new ArrayList<>(document.rows("own"));
  }

  /**
   * The document with the own limits that thresholds of points make.
   *
   * @param plan what holds at the points; one that is not in it gets no limit
   * @param points those that the file defines, with thresholds in their unit; no others are touched
   */
  static Document over(
      Plan plan, Document document, FileHead head, Collection<PointDefinition> points) {
    StricterLimits limits = new StricterLimits(head, document);
    for (PointDefinition told : points) {
      for (PointPlan point : plan.points()) {
        if (point.id().equals(told.id())) {
          plan.limits().stream()
              .filter(rule -> point.rules().contains(rule.id()))
              .forEach(rule -> limits.replace(limits.row(rule, told)));
        }
      }
    }
    boolean same = limits.own.equals(document.rows("own"));
    return same ? document : document.with("own", limits.own);
  }

  /**
   * The document without the own limits of points that are gone or measure something else by this
   * file: one that is left over would keep the file, and every further one, from being taken. What
   * goes stands in the diff, and takes a second person.
   *
   * @param lawful what holds without any own limit
   */
  static Document fitting(Plan lawful, Document document) {
    List<Map<String, Object>> own = new ArrayList<>(document.rows("own"));
    boolean gone = own.removeIf(row -> !fits(row, lawful));
    return gone ? document.with("own", own) : document;
  }

  private static boolean fits(Map<String, Object> row, Plan lawful) {
    String point = String.valueOf(row.get("point"));
    String rule = String.valueOf(row.get("rule"));
    return lawful.points().stream()
        .anyMatch(each -> each.id().value().equals(point) && each.rules().contains(rule));
  }

  private void replace(@Nullable Map<String, Object> row) {
    if (row != null) {
      own.removeIf(
          each ->
              Objects.equals(row.get("point"), each.get("point"))
                  && Objects.equals(row.get("rule"), each.get("rule")));
      own.add(row);
    }
  }

  /** The own limit, or null if the file says nothing that is stricter. */
  private @Nullable Map<String, Object> row(LimitRule rule, PointDefinition point) {
    String side = rule.side() == Side.HIGH ? "upper" : "lower";
    Map<Step.Act, List<Double>> wanted = new EnumMap<>(Step.Act.class);
    boolean stricter = false;
    for (Step step : rule.steps()) {
      List<Double> before = wanted.computeIfAbsent(step.act(), act -> new ArrayList<>());
      // A file has one value of a kind, and it means the first: at its second cut a fan stops.
      double told = before.isEmpty() ? told(rule, point, side, step) : Double.NaN;
      boolean tighter = rule.side().worse(step.at(), told);
      before.add(tighter ? told : step.at());
      stricter |= tighter;
    }
    String field = side + (wanted.containsKey(Step.Act.CUT) ? "Restore" : "Release");
    double restore = stricter(rule, rule.restore(), told(rule, point, field, rule.restore()));
    List<Double> alarms = wanted.getOrDefault(Step.Act.ALARM, List.of());
    stricter |= rule.side().worse(rule.restore(), restore);
    if (!stricter || alarms.isEmpty()) {
      return null;
    }
    double alarm = alarms.get(0);
    for (List<Double> values : wanted.values()) { // nothing is cut before it alarms
      alarm = stricter(rule, alarm, values.get(0));
    }
    // An excursion must not end on the far side of its own alarm.
    return row(rule, point, wanted, alarm, stricter(rule, restore, alarm));
  }

  private Map<String, Object> row(
      LimitRule rule,
      PointDefinition point,
      Map<Step.Act, List<Double>> wanted,
      double alarm,
      double restore) {
    Map<String, Object> row = new LinkedHashMap<>();
    String ending = "." + point.id().value();
    String id = rule.id();
    row.put("point", point.id().value());
    row.put("rule", id.endsWith(ending) ? id.substring(0, id.length() - ending.length()) : id);
    row.put("alarm", alarm);
    List<Double> cuts = wanted.get(Step.Act.CUT);
    if (cuts != null) {
      row.put("cut", cuts);
    }
    List<Double> withdrawals = wanted.get(Step.Act.WITHDRAW);
    if (withdrawals != null) {
      row.put("withdraw", withdrawals);
    }
    row.put("restore", restore);
    row.put("by", head.type());
    row.put("why", head.file());
    row.put("date", LocalDate.ofInstant(head.asOf(), CHINA).toString());
    return row;
  }

  /** The one that is reached sooner; what is not told is NaN and reached never. */
  private static double stricter(LimitRule rule, double one, double other) {
    return rule.side().worse(one, other) ? other : one;
  }

  private static double told(LimitRule rule, PointDefinition point, String side, Step step) {
    return switch (step.act()) {
      case ALARM -> told(rule, point, side + "Alarm", step.at());
      case CUT -> told(rule, point, side + "Cut", step.at());
      case WITHDRAW -> Double.NaN; // no file of the national formats has one
    };
  }

  /**
   * A threshold in the unit of the rule. NaN if it is not told, not of what the rule is of, or not
   * to be believed: what no sensor can show, nothing where much is danger, for that stands for "not
   * set", more oxygen than air has, and what is stricter by more than tenfold, for that is a slip
   * of the unit.
   */
  private static double told(LimitRule rule, PointDefinition point, String field, double lawful) {
    Double value = point.measure() == rule.measure() ? point.thresholds().get(field) : null;
    double converted = value == null ? Double.NaN : rule.measure().convert(value, point.unit());
    boolean high = rule.side() == Side.HIGH;
    boolean slip = lawful > 0 && (high ? !(converted * SLIP >= lawful) : converted > lawful * SLIP);
    boolean air = !high && rule.measure() == Measure.OXYGEN && converted >= AIR;
    return slip || air || !rule.measure().isPossible(converted)
        ? Double.NaN
        : new BigDecimal(converted, TOLD).doubleValue();
  }
}
