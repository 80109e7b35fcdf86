package io.minewatch.alerting.journal;

import io.minewatch.alerting.journal.ArchiveRows.Search;
import io.minewatch.alerting.journal.StepRows.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The conditions of one search as SQL: only of what is asked, so that an index can serve it. */
final class Asking {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  static Asking of(Search asked) {
    Asking asking = new Asking();
    asking.and("mine in (:mines)").with("mines", asked.mines());
    asking.equal("stage", asked.stage());
    asking.equal("severity", asked.severity());
    asking.equal("how", asked.how());
    if (asked.hazard() != null) {
      asking.and("hazards like :hazard").with("hazard", "%," + asked.hazard() + ",%");
    }
    if (asked.occasion() != null) {
      asking.and("drill = :drill").with("drill", asked.occasion() == Occasion.DRILL ? 1 : 0);
    }
    asking.time("opened >= :from", "from", asked.from());
    asking.time("opened < :to", "to", asked.to());
    asking.text(asked);
    return asking;
  }

  private void equal(String column, @Nullable Enum<?> value) {
    if (value != null) {
      and(column + " = :" + column).with(column, value.name());
    }
  }

  private void time(String condition, String name, @Nullable Instant at) {
    if (at != null) {
      and(condition).with(name, at.toEpochMilli());
    }
  }

  private void text(Search asked) {
    if (asked.text().isEmpty()) {
      return;
    }
    StringBuilder any = new StringBuilder("(about like :text escape '!'");
    with("text", "%" + escaped(asked.text()) + "%");
    for (int i = 0; i < asked.named().size(); i++) {
      any.append(" or about like :named").append(i).append(" escape '!'");
      with("named" + i, "% " + escaped(asked.named().get(i)) + " %");
    }
    and(any.append(')').toString());
  }

  private static String escaped(String text) {
    return text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  Asking and(String condition) {
    conditions.add(condition);
    return this;
  }

  Asking with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  String where() {
    return "where " + String.join(" and ", conditions);
  }

  StatementSpec bind(StatementSpec statement) {
    values.forEach(statement::param);
    return statement;
  }
}
