package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.evidence.EvidencePack;
import io.minewatch.alerting.journal.LedgerRows.Head;
import io.minewatch.alerting.journal.LedgerRows.Root;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.alerting.view.IncidentViews;
import io.minewatch.alerting.view.JudgedRules;
import io.minewatch.series.store.SeriesStore;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What proves afterwards what happened: the ledger's roots, and packs of single incidents. */
@RestController
public class EvidenceController {
  /** Daily roots in one answer: more than a year. */
  private static final int ROOTS = 400;

  private final Access access;
  private final Present present;
  private final IncidentViews views;
  private final JudgedRules rules;
  private final Store store;
  private final Clock clock;
  private final EvidencePack pack;

  public EvidenceController(
      Access access,
      Present present,
      IncidentViews views,
      RulePacks packs,
      Mines mines,
      Store store,
      Clock clock,
      @Nullable SeriesStore series,
      JsonMapper json) {
    this.access = access;
    this.present = present;
    this.views = views;
    this.rules = new JudgedRules(store, packs, mines);
    this.store = store;
    this.clock = clock;
    this.pack = new EvidencePack(store, series, json);
  }

  /** How far the ledger has come, and what its days ended with, the newest first. */
  public record LedgerView(Head head, List<Root> roots) {}

  @GetMapping("/api/ledger")
  public LedgerView ledger() {
    return new LedgerView(store.ledger().head(), store.ledger().roots(ROOTS));
  }

  /** The evidence pack of an incident, a zip; that it was asked for goes into the ledger. */
  @GetMapping("/api/incidents/{id}/evidence")
  public ResponseEntity<byte[]> evidence(@PathVariable String id, Principal who) {
    IncidentView view = views.whole(id, mine -> Sight.CHAIN);
    if (view == null || !access.sees(Refusals.account(present, who), view.mine())) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no incident " + id);
    }
    byte[] zip;
    try {
      zip = pack.of(view, rules.of(id), who.getName(), clock.instant());
    } catch (IllegalStateException e) {
      throw new Refusals.Problem(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/zip")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".zip\"")
        .body(zip);
  }
}
