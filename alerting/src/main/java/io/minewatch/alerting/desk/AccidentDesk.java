package io.minewatch.alerting.desk;

import io.minewatch.alerting.accident.Accident;
import io.minewatch.alerting.accident.Accident.Refusal;
import io.minewatch.alerting.accident.Accident.Verdict;
import io.minewatch.alerting.accident.Owed;
import io.minewatch.alerting.accident.ReportRule;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where an incident is declared an accident and its reports are put on record, each with a row of
 * the ledger in the same transaction. A clock that runs out is said once, by one instance.
 */
public final class AccidentDesk {
  private final Store store;
  private final List<ReportRule> rules;
  private final Clock clock;
  private final Changes changes;

  public AccidentDesk(Store store, List<ReportRule> rules, Clock clock, Changes changes) {
    this.store = store;
    this.rules = List.copyOf(rules);
    this.clock = clock;
    this.changes = changes;
  }

  /**
   * Declares an incident an accident, at whatever stage, a closed one too.
   *
   * @return null if there is no such incident
   */
  public @Nullable Verdict declare(String incident, String by, String what) {
    return act(
        incident,
        ground -> {
          Owed.Made said = new Owed.Made(now(), by, what);
          Verdict verdict =
              store.accidents().find(incident) != null
                  ? new Verdict.Refused(Refusal.ALREADY_DECLARED)
                  : Accident.declared(ground, said, rules);
          if (verdict instanceof Verdict.Moved moved) {
            store.accidents().declare(moved.accident());
            note(ground, said.at(), by, "AccidentDeclared", content(moved.accident()));
          } else if (verdict instanceof Verdict.Refused refused) {
            refused(ground, said, "DECLARE_ACCIDENT", refused.refusal());
          }
          return verdict;
        });
  }

  /**
   * Puts on record that a report was made.
   *
   * @param report the id of its rule
   * @return null if there is no such incident
   */
  public @Nullable Verdict report(String incident, String report, String by, String words) {
    return act(
        incident,
        ground -> {
          Owed.Made made = new Owed.Made(now(), by, words);
          Accident accident = store.accidents().find(incident);
          Verdict verdict =
              accident == null
                  ? new Verdict.Refused(Refusal.NOT_DECLARED)
                  : accident.reported(report, made);
          if (verdict instanceof Verdict.Moved) {
            store.accidents().made(incident, report, made);
            note(ground, made.at(), by, "ReportMade", Map.of("report", report, "note", words));
          } else if (verdict instanceof Verdict.Refused refused) {
            refused(ground, made, "REPORT " + report, refused.refusal());
          }
          return verdict;
        });
  }

  /** Says of every report whose time has passed that it was missed. */
  public void round() {
    for (String incident : store.accidents().due(now())) {
      boolean ours = store.database().write(() -> missed(incident));
      if (ours) {
        changes.incident(incident);
      }
    }
  }

  /** As exact as the rows keep it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private boolean missed(String incident) {
    Accident accident = store.accidents().find(incident);
    if (accident == null) {
      return false;
    }
    Instant now = now();
    boolean any = false;
    for (Owed owed : accident.newlyMissed(now)) {
      if (store.accidents().missed(incident, owed.rule().id(), now)) {
        Map<String, Object> what = new TreeMap<>();
        what.put("report", owed.rule().id());
        what.put("due", owed.due().toString());
        what.put("overdue", Duration.between(owed.due(), now).toString());
        note(
            new Accident.Ground(incident, accident.mine(), accident.drill()),
            now,
            LedgerRows.SYSTEM,
            "ReportMissed",
            what);
        any = true;
      }
    }
    return any;
  }

  private @Nullable Verdict act(String incident, Function<Accident.Ground, Verdict> act) {
    List<Verdict> verdict =
        store
            .database()
            .write(
                () -> {
                  Incident state = store.journal().incident(incident);
                  return state == null
                      ? List.of()
                      : List.of(
                          act.apply(
                              new Accident.Ground(incident, state.mine().value(), state.drill())));
                });
    if (verdict.isEmpty()) {
      return null;
    }
    changes.incident(incident);
    return verdict.get(0);
  }

  private void refused(Accident.Ground ground, Owed.Made act, String name, Refusal refusal) {
    note(
        ground,
        act.at(),
        act.by(),
        "ActRefused",
        Map.of("act", name, "refusal", refusal.name(), "words", refusal.english()));
  }

  private static Map<String, Object> content(Accident accident) {
    Map<String, Object> content = new TreeMap<>();
    content.put("what", accident.what());
    content.put("occasion", accident.drill() ? "DRILL" : "REAL");
    for (Owed each : accident.reports()) {
      content.put("due " + each.rule().id(), each.due().toString());
    }
    return content;
  }

  private void note(
      Accident.Ground ground, Instant at, String by, String type, Map<String, ?> content) {
    store
        .ledger()
        .append(
            List.of(
                new Entry(
                    0,
                    at.toString(),
                    ground.mine(),
                    LedgerRows.Kind.ACCIDENT.name(),
                    ground.incident(),
                    0,
                    by,
                    type,
                    Canonical.json(new TreeMap<>(content)))));
  }
}
