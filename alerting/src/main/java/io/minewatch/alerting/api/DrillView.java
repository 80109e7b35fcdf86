package io.minewatch.alerting.api;

import io.minewatch.alerting.drill.Outcome;
import io.minewatch.alerting.journal.DrillRows.Drill;
import io.minewatch.alerting.journal.DrillRows.Notice;
import io.minewatch.alerting.journal.DrillRows.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exercise; told is how many steps of its script have been told.
 *
 * @param outcome what was measured so far, null before it opened an incident
 */
public record DrillView(
    String id,
    String mine,
    String title,
    String starter,
    Notice notice,
    Origin origin,
    Instant starts,
    int told,
    @Nullable Instant nextAt,
    @Nullable String incident,
    @Nullable Outcome outcome) {
  static DrillView of(Drill d, @Nullable Outcome outcome) {
    return new DrillView(
        d.id(),
        d.mine(),
        d.title(),
        d.starter(),
        d.notice(),
        d.origin(),
        d.starts(),
        d.nextStep(),
        d.nextAt(),
        d.incident(),
        outcome);
  }
}
