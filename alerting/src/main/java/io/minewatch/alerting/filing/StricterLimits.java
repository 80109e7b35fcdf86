package io.minewatch.alerting.filing;

import io.minewatch.alerting.document.Document;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Step;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.found.FileHead;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
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
    double alarm = Double.NaN;
    List<Double> cut = new ArrayList<>();
    List<Double> withdraw = new ArrayList<>();
    boolean stricter = false;
    for (Step step : rule.steps()) {
      String field = side + (step.act() == Step.Act.CUT ? "Cut" : "Alarm");
      double told = step.act() == Step.Act.WITHDRAW ? Double.NaN : told(rule, point, field);
      double wanted = Double.isNaN(told) ? step.at() : told;
      boolean tighter = rule.side().worse(step.at(), wanted);
      double at = tighter ? wanted : step.at();
      stricter |= tighter;
      switch (step.act()) {
        case ALARM -> alarm = at;
        case CUT -> cut.add(at);
        case WITHDRAW -> withdraw.add(at);
      }
    }
    if (!stricter || Double.isNaN(alarm)) {
      return null;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    String ending = "." + point.id().value();
    String id = rule.id();
    row.put("point", point.id().value());
    row.put("rule", id.endsWith(ending) ? id.substring(0, id.length() - ending.length()) : id);
    row.put("alarm", alarm);
    if (!cut.isEmpty()) {
      row.put("cut", cut);
    }
    if (!withdraw.isEmpty()) {
      row.put("withdraw", withdraw);
    }
    // An excursion must not end on the far side of its own alarm.
    row.put("restore", rule.side().worse(rule.restore(), alarm) ? alarm : rule.restore());
    row.put("by", head.type());
    row.put("why", head.file());
    row.put("date", LocalDate.ofInstant(head.time(), CHINA).toString());
    return row;
  }

  /** A threshold in the unit of the rule, NaN if it is not told, or not of what the rule is of. */
  private static double told(LimitRule rule, PointDefinition point, String field) {
    Double value = point.measure() == rule.measure() ? point.thresholds().get(field) : null;
    double converted = value == null ? Double.NaN : rule.measure().convert(value, point.unit());
    return Double.isNaN(converted) ? converted : new BigDecimal(converted, TOLD).doubleValue();
  }
}
