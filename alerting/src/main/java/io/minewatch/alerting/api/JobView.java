package io.minewatch.alerting.api;

import io.minewatch.alerting.journal.BackTestRows.Job;
import io.minewatch.alerting.registry.DocumentText;
import io.minewatch.alerting.roster.Sight;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A back-test, with what came of it as it was kept. */
public record JobView(
    String id,
    String mine,
    Instant at,
    String by,
    Instant from,
    Instant to,
    String document,
    String state,
    int percent,
    long readings,
    @Nullable Map<String, Object> outcome,
    String problem) {
  /** How the subject of a finding begins that is about a card. */
  private static final String CARD = "card/";

  static JobView of(Job job, Sight sight) {
    return new JobView(
        job.id(),
        job.mine(),
        job.at(),
        job.by(),
        job.from(),
        job.to(),
        job.document(),
        job.state().name(),
        job.percent(),
        job.readings(),
        job.outcome().isEmpty() ? null : outcome(job, sight),
        job.problem());
  }

  /** What came of it, with the cards that findings are about as the reader may see them. */
  private static Map<String, Object> outcome(Job job, Sight sight) {
    Map<String, Object> outcome = new TreeMap<>(DocumentText.read(job.outcome()).root());
    for (String list : List.of("onlyBefore", "onlyAfter")) {
      if (outcome.get(list) instanceof List<?> rows) {
        outcome.put(list, rows.stream().map(row -> masked(row, sight)).toList());
      }
    }
    return outcome;
  }

  private static Object masked(Object row, Sight sight) {
    if (!(row instanceof Map<?, ?> brief)
        || !(brief.get("subject") instanceof String subject)
        || !subject.startsWith(CARD)) {
      return row;
    }
    Map<Object, Object> shown = new LinkedHashMap<>(brief);
    shown.put("subject", CARD + sight.card(subject.substring(CARD.length())));
    return shown;
  }
}
