package io.minewatch.alerting.backtest;

import io.minewatch.alerting.backtest.Comparison.Real;
import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.Stage;
import io.minewatch.alerting.desk.Store;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.reading.Lane;
import io.minewatch.series.store.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Past events of which the journal says that they were real. */
public final class PastEvents {
  private PastEvents() {}

  /**
   * The incidents of a mine within a span that were no drill and were closed on evidence, or in
   * which people were ordered out.
   */
  public static List<Real> real(Store store, String mine, Span span) {
    List<Real> all = new ArrayList<>();
    for (String id : store.incidents().closed(mine)) {
      Incident incident = store.journal().incident(id);
      if (incident != null
          && !incident.drill()
          && incident.stage() instanceof Stage.Closed closed
          && !incident.onset().isBefore(span.from())
          && incident.onset().isBefore(span.to())
          && (closed.how() == Closing.ON_EVIDENCE || !incident.orders().isEmpty())) {
        Set<String> subjects = new HashSet<>();
        incident.findings().stream()
            .filter(PastEvents::canBeFound)
            .forEach(finding -> subjects.add(finding.subject().toString()));
        all.add(new Real(id, subjects, incident.onset(), closed.since()));
      }
    }
    return all;
  }

  /** Whether a replay of what is stored can find it: as {@link Basis} says of one finding. */
  private static boolean canBeFound(Finding finding) {
    boolean told = finding.check() == Check.REPORTED || finding.check() == Check.WARNING;
    return !told
        && finding.subject().kind() != Subject.Kind.GATEWAY
        && finding.lane() != Lane.BACKFILL;
  }
}
