package io.minewatch.alerting.filing;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Step;
import io.minewatch.ingest.files.found.FileResult;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the mine's own limits of those thresholds of a file that are stricter than what holds. */
final class StricterLimits {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private StricterLimits() {}

  static Document over(MineEntry mine, Document document, FileResult.Taken file) {
    List<Map<String, Object>> own = new ArrayList<>(document.rows("own"));
    int before = own.size();
    for (Map<String, Object> row : document.rows("points")) {
      for (PointPlan point : mine.plan().points()) {
        if (point.id().value().equals(row.get("id"))
            && row.get("thresholds") instanceof Map<?, ?> told) {
          mine.plan().limits().stream()
              .filter(rule -> point.rules().contains(rule.id()))
              .forEach(rule -> replace(own, row(rule, point, told, file)));
        }
      }
    }
    boolean same = own.size() == before && own.equals(document.rows("own"));
    return same ? document : document.with("own", own);
  }

  private static void replace(List<Map<String, Object>> own, @Nullable Map<String, Object> row) {
    if (row != null) {
      own.removeIf(
          each ->
              Objects.equals(row.get("point"), each.get("point"))
                  && Objects.equals(row.get("rule"), each.get("rule")));
      own.add(row);
    }
  }

  /** The own limit, or null if the file says nothing that is stricter. */
  private static @Nullable Map<String, Object> row(
      LimitRule rule, PointPlan point, Map<?, ?> told, FileResult.Taken file) {
    String side = rule.side() == Side.HIGH ? "upper" : "lower";
    double alarm = Double.NaN;
    List<Double> cut = new ArrayList<>();
    List<Double> withdraw = new ArrayList<>();
    boolean stricter = false;
    for (Step step : rule.steps()) {
      String field = side + (step.act() == Step.Act.CUT ? "Cut" : "Alarm");
      Object value = step.act() == Step.Act.WITHDRAW ? null : told.get(field);
      double wanted = value instanceof Number number ? number.doubleValue() : step.at();
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
    String ending = "." + point.id();
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
    row.put("by", file.head().type());
    row.put("why", file.head().file());
    row.put("date", LocalDate.ofInstant(file.head().time(), CHINA).toString());
    return row;
  }
}
