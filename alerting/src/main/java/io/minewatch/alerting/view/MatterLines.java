package io.minewatch.alerting.view;

import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.view.OpenMatters.IncidentLine;
import io.minewatch.alerting.view.OpenMatters.Name;
import io.minewatch.domain.finding.Severity;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Open incidents as lines of what is handed over, and what they come to together. */
final class MatterLines {
  private static final Comparator<IncidentView.FindingView> WORST =
      Comparator.comparing((IncidentView.FindingView each) -> !each.open())
          .thenComparing(each -> !each.blind())
          .thenComparing(each -> Severity.valueOf(each.severity()), Comparator.reverseOrder());

  private MatterLines() {}

  static IncidentLine incident(IncidentView view) {
    IncidentView.FindingView worst = view.findings().stream().min(WORST).orElse(null);
    IncidentView.DueView due = view.due();
    IncidentView.ShelfView shelf = view.shelf();
    IncidentView.MusterView muster = view.muster();
    int orders = standing(view);
    return new IncidentLine(
        view.id(),
        new Name(view.mine(), view.mineName(), view.mineNameEnglish()),
        place(view, worst),
        what(worst),
        view.severity(),
        view.stage(),
        view.drill(),
        view.onset(),
        due == null ? null : due.what(),
        due == null ? null : due.at(),
        shelf == null ? null : shelf.until(),
        shelf == null ? null : shelf.by(),
        orders,
        orders == 0 || muster == null ? null : muster.remaining().size());
  }

  private static int standing(IncidentView view) {
    return (int) view.orders().stream().filter(each -> each.lifted() == null).count();
  }

  private static Name place(IncidentView view, IncidentView.@Nullable FindingView worst) {
    String zone = view.zones().isEmpty() ? "" : view.zones().get(0);
    return view.zoneNames().stream()
        .filter(each -> each.id().equals(zone))
        .findFirst()
        .map(each -> new Name(each.id(), each.name(), each.nameEnglish()))
        .orElseGet(
            () ->
                worst == null
                    ? new Name("", "", "")
                    : new Name(worst.subject(), worst.name(), worst.nameEnglish()));
  }

  /** What its rule is called; under the key of its measure or check in the reader's dictionary. */
  private static Name what(IncidentView.@Nullable FindingView worst) {
    if (worst == null) {
      return new Name("", "", "");
    }
    String measure = worst.measure();
    String key = measure == null ? "check." + worst.check() : "measure." + measure;
    return new Name(key, worst.ruleName(), worst.ruleNameEnglish());
  }

  /** Another one as soon as an incident comes, goes, or changes its level, stage or orders. */
  static String version(List<IncidentLine> open, int total) {
    String all =
        open.stream()
            .map(
                each ->
                    "%s %s %s %d"
                        .formatted(each.id(), each.severity(), each.stage(), each.orders()))
            .sorted()
            .collect(Collectors.joining(",", total + ":", ""));
    return Canonical.sha256(all).substring(0, 16);
  }

  /** People inside, each once, drills left out. */
  static int inside(List<IncidentView> open) {
    Set<String> cards = new HashSet<>();
    for (IncidentView view : open) {
      IncidentView.MusterView muster = view.muster();
      if (muster != null && !view.drill() && standing(view) > 0) {
        muster.remaining().forEach(each -> cards.add(view.mine() + " " + each.card().value()));
      }
    }
    return cards.size();
  }

  /** Whether an order stands of which no count has come. */
  static boolean isUncounted(List<IncidentView> open) {
    return open.stream()
        .anyMatch(view -> !view.drill() && standing(view) > 0 && view.muster() == null);
  }
}
