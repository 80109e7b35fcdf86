package io.minewatch.alerting.view;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.journal.CallRows;
import io.minewatch.alerting.rules.RulePacks;
import java.util.List;
import java.util.function.UnaryOperator;

/** The attempts of an incident as they are shown. Numbers and codes are never shown. */
final class CallViews {
  /** Attempts shown, the newest; the rest comes in pages. */
  static final int SHOWN = 100;

  private CallViews() {}

  static List<IncidentView.CallView> of(
      List<CallRows.Row> rows, RulePacks packs, UnaryOperator<String> name) {
    return rows.stream().map(row -> of(row, packs, name)).toList();
  }

  private static IncidentView.CallView of(
      CallRows.Row row, RulePacks packs, UnaryOperator<String> name) {
    Attempt attempt = row.attempt();
    State state = attempt.state();
    int rung = attempt.cause().rung();
    List<String> english = packs.ladderEnglish();
    return new IncidentView.CallView(
        attempt.id(),
        rung,
        packs.chain().position(rung),
        english.get(Math.min(rung, english.size()) - 1),
        attempt.channel(),
        name.apply(attempt.callee().name()),
        row.placed(),
        row.answered(),
        CallRows.name(state),
        state.at(),
        state instanceof State.Confirmed confirmed ? confirmed.proof().name() : null,
        state instanceof State.Failed failed ? failed.reason() : null);
  }
}
