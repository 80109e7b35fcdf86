package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The findings of an incident as the API shows them. */
final class FindingViews {
  /** Findings shown, the worst that stand first; of a flood the rest comes in pages. */
  private static final int FINDINGS = 100;

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.<Finding, Boolean>comparing(f -> f.kind() == FindingKind.CLEARED)
          .thenComparing(Finding::severity, Comparator.reverseOrder());

  private static final String OTHER_CARD = "otherCard";

  private final RuleSources sources;

  FindingViews(RuleSources sources) {
    this.sources = sources;
  }

  /** In the order of arrival unless there are more than are shown. */
  List<IncidentView.FindingView> shown(Incident incident, int rows, Names names) {
    List<Finding> all = incident.findings();
    boolean fits = rows == Integer.MAX_VALUE || all.size() <= FINDINGS;
    return (fits ? all.stream() : all.stream().sorted(WORST_FIRST).limit(FINDINGS))
        .map(each -> one(each, names))
        .toList();
  }

  private static String subject(Subject subject, Names names) {
    return subject.kind() == Subject.Kind.CARD
        ? new Subject(Subject.Kind.CARD, names.card(subject.id())).toString()
        : subject.toString();
  }

  /** The one detail that names a card: whom the same company was seen with. */
  private static Map<String, String> detail(Finding f, Names names) {
    String other = f.detail().get(OTHER_CARD);
    if (other == null) {
      return f.detail();
    }
    Map<String, String> detail = new TreeMap<>(f.detail());
    detail.put(OTHER_CARD, names.card(other));
    return detail;
  }

  /**
   * By what it was found. What blinds a point says nothing by the number that comes with it; at
   * what is danger when small, under the range is as good a reason as over it elsewhere.
   */
  static @Nullable Double value(Finding f) {
    return f.kind() == FindingKind.BLIND && !f.quality().measures() ? null : f.value();
  }

  IncidentView.FindingView one(Finding f, Names names) {
    Source source = sources.of(f);
    PointId point = f.point();
    ZoneId zone = f.zone();
    Measure measure = f.measure();
    boolean cleared = f.kind() == FindingKind.CLEARED;
    return new IncidentView.FindingView(
        f.id().value(),
        subject(f.subject(), names),
        point == null ? null : point.value(),
        zone == null ? null : zone.value(),
        measure == null ? null : measure.name(),
        f.unit(),
        f.check().name(),
        f.hazard().name(),
        names.subject(f),
        names.subjectEnglish(f),
        f.kind().name(),
        f.severity().name(),
        !cleared,
        f.kind() == FindingKind.BLIND,
        f.onset(),
        f.measured(),
        f.received(),
        f.judged(),
        cleared ? f.measured() : null,
        value(f),
        f.limit(),
        f.peak(),
        f.peakAt(),
        f.rule(),
        names.ofRule(f.rule()),
        names.ofRuleEnglish(f.rule()),
        source == null ? "" : source.clause(),
        source == null ? "" : source.confidence().name(),
        f.planVersion(),
        detail(f, names));
  }
}
