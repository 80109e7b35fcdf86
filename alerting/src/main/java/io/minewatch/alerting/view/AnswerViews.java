package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Answered;
import io.minewatch.alerting.chain.Event;
import io.minewatch.domain.finding.FindingId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer that stands, as the API shows it. */
final class AnswerViews {
  private AnswerViews() {}

  /**
   * Of a whole journal.
   *
   * @param shown the findings beside which it stands
   */
  static IncidentView.@Nullable AnswerView of(
      List<Event> journal, List<IncidentView.FindingView> shown) {
    Answered answered = Answered.of(journal);
    if (answered == null) {
      return null;
    }
    Set<String> ids = shown.stream().map(IncidentView.FindingView::id).collect(Collectors.toSet());
    List<String> unseen =
        answered.foundSince().stream().map(FindingId::value).filter(ids::contains).toList();
    return new IncidentView.AnswerView(
        answered.by(), answered.at(), answered.version(), answered.foundSince().size(), unseen);
  }
}
