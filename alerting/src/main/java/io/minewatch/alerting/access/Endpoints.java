package io.minewatch.alerting.access;

import static io.minewatch.alerting.journal.AccountRows.Role.ADMINISTRATOR;
import static io.minewatch.alerting.journal.AccountRows.Role.DISPATCHER;
import static io.minewatch.alerting.journal.AccountRows.Role.OPERATOR;
import static io.minewatch.alerting.journal.AccountRows.Role.REGULATOR;

import io.minewatch.alerting.journal.AccountRows.Role;
import java.util.List;
import java.util.Set;

/** The one table of who may do what. */
final class Endpoints {
  private static final Set<Role> EVERYBODY = Set.of(DISPATCHER, OPERATOR, REGULATOR, ADMINISTRATOR);

  /** Who works incidents, and hands the work over at the end of a shift. */
  static final Set<Role> WORKERS = Set.of(DISPATCHER, OPERATOR);

  /** Who may change the registry of a mine in scope. */
  static final Set<Role> EDITORS = Set.of(OPERATOR, ADMINISTRATOR);

  /** Who may be the second person for what lowers protection. */
  private static final Set<Role> ALLOWERS = Set.of(OPERATOR, REGULATOR, ADMINISTRATOR);

  /** First match counts; what matches no row is refused. */
  static final List<Row> TABLE =
      List.of(
          new Row("GET", "/api/session", Set.of()),
          new Row("POST", "/api/session", Set.of()),
          new Row("DELETE", "/api/session", EVERYBODY),
          new Row("GET", "/api/oidc/start", Set.of()), // both lead to the provider and back
          new Row("GET", "/api/oidc/back", Set.of()),
          new Row("GET", "/api/me", EVERYBODY),
          new Row("POST", "/api/attendance", WORKERS), // whose beats count: Access.answering
          new Row("GET", "/api/overview", EVERYBODY),
          new Row("GET", "/api/mines", EVERYBODY),
          new Row("GET", "/api/mines/*", EVERYBODY),
          new Row("GET", "/api/mines/*/live", EVERYBODY),
          new Row("GET", "/api/mines/*/muster", EVERYBODY),
          new Row("GET", "/api/mines/*/history", EVERYBODY),
          new Row("GET", "/api/mines/*/gateways", EVERYBODY),
          new Row("GET", "/api/mines/*/statistics", EVERYBODY),
          new Row("GET", "/api/mines/*/rewrites", EVERYBODY),
          new Row("GET", "/api/mines/*/feed-health", EVERYBODY),
          new Row("GET", "/api/mines/*/guidance", EVERYBODY),
          new Row("GET", "/api/mines/*/past-findings", EVERYBODY),
          new Row("GET", "/api/mines/*/duty", EVERYBODY),
          new Row("GET", "/api/roster", EVERYBODY),
          new Row("PUT", "/api/roster", Set.of(OPERATOR, ADMINISTRATOR)),
          new Row("POST", "/api/roster/tests", Set.of(DISPATCHER, OPERATOR, ADMINISTRATOR)),
          new Row("GET", "/api/channels", EVERYBODY),
          new Row("POST", "/api/calls/receipts", Set.of()), // signed, see CallController
          new Row("POST", "/api/calls/texts", Set.of()), // with its own secret
          new Row("GET", "/api/cap", EVERYBODY),
          new Row("GET", "/api/cap/*", EVERYBODY),
          new Row("POST", "/api/cap/tests", Set.of(DISPATCHER, OPERATOR, ADMINISTRATOR)),
          new Row("POST", "/api/warnings", Set.of(DISPATCHER, REGULATOR, ADMINISTRATOR)),
          new Row("GET", "/api/registry/keys", EVERYBODY),
          new Row("GET", "/api/mines/*/registry", EVERYBODY),
          new Row("PUT", "/api/mines/*/registry", EDITORS),
          new Row("GET", "/api/mines/*/registry/versions", EVERYBODY),
          new Row("GET", "/api/mines/*/registry/versions/*", EVERYBODY),
          new Row("GET", "/api/mines/*/registry/changes", EVERYBODY),
          new Row("POST", "/api/mines/*/registry/changes/*", ALLOWERS),
          new Row("POST", "/api/mines/*/registry/files", EDITORS),
          new Row("GET", "/api/mines/*/backtests", EVERYBODY),
          new Row("POST", "/api/mines/*/backtests", ALLOWERS),
          new Row("GET", "/api/mines/*/backtests/*", EVERYBODY),
          new Row("DELETE", "/api/mines/*/backtests/*", ALLOWERS),
          new Row("GET", "/api/findings/*/rederive", EVERYBODY),
          new Row("GET", "/api/incidents", EVERYBODY),
          new Row("GET", "/api/incidents/*", EVERYBODY),
          new Row("GET", "/api/incidents/*/findings", EVERYBODY),
          new Row("GET", "/api/incidents/*/calls", EVERYBODY),
          new Row("GET", "/api/incidents/*/evidence", Set.of(OPERATOR, REGULATOR, ADMINISTRATOR)),
          new Row("GET", "/api/incidents/*/report", EVERYBODY),
          new Row("GET", "/api/archive", EVERYBODY),
          new Row("GET", "/api/archive.csv", EVERYBODY),
          new Row("GET", "/api/archive.xlsx", EVERYBODY),
          new Row("GET", "/api/bulletins", EVERYBODY),
          new Row("GET", "/api/shifts", EVERYBODY),
          new Row("POST", "/api/shifts", WORKERS),
          new Row("GET", "/api/shifts/now", EVERYBODY),
          new Row("GET", "/api/shifts/*", EVERYBODY),
          new Row("POST", "/api/shifts/*/take", WORKERS),
          new Row("POST", "/api/shifts/*/withdraw", WORKERS),
          new Row("GET", "/api/shifts/*/report", EVERYBODY),
          new Row("GET", "/api/alarm-load", EVERYBODY),
          new Row("GET", "/api/drills", EVERYBODY),
          new Row("POST", "/api/drills", EVERYBODY),
          new Row("POST", "/api/drills/*/end", EVERYBODY),
          new Row("GET", "/api/drills/*/report", EVERYBODY),
          new Row("GET", "/api/four-lines", EVERYBODY),
          new Row("GET", "/api/four-lines.csv", EVERYBODY),
          new Row("GET", "/api/four-lines.xlsx", EVERYBODY),
          new Row("GET", "/api/four-lines/outages", EVERYBODY),
          new Row("GET", "/api/clues", Set.of(REGULATOR)),
          new Row("GET", "/api/clues/counts", Set.of(REGULATOR)),
          new Row("POST", "/api/clues", Set.of(REGULATOR)),
          new Row("GET", "/api/clues/*", Set.of(REGULATOR)),
          new Row("POST", "/api/clues/*/acts", Set.of(REGULATOR)),
          new Row("GET", "/api/mines/*/seal", Set.of(REGULATOR)),
          new Row("POST", "/api/mines/*/seal", Set.of(REGULATOR)),
          new Row("GET", "/api/mines/*/books", Set.of(REGULATOR)),
          new Row("POST", "/api/mines/*/books", Set.of(REGULATOR)),
          new Row("POST", "/api/mines/*/books.csv", Set.of(REGULATOR)),
          new Row("GET", "/api/counters", EVERYBODY),
          new Row("GET", "/api/counters.csv", EVERYBODY),
          new Row("GET", "/api/counters.xlsx", EVERYBODY),
          new Row("GET", "/api/exceptions", EVERYBODY),
          new Row("GET", "/api/ledger", EVERYBODY),
          new Row("GET", "/api/openapi.json", EVERYBODY),
          new Row("POST", "/api/incidents/*/acts", WORKERS),
          new Row("POST", "/api/incidents/*/accident", WORKERS),
          new Row("POST", "/api/incidents/*/accident/reports", WORKERS),
          new Row("GET", "/api/accidents", EVERYBODY),
          new Row("GET", "/api/stream", EVERYBODY),
          new Row("GET", "/api/platform", EVERYBODY),
          new Row("GET", "/api/parked", Set.of(ADMINISTRATOR)),
          new Row("POST", "/api/parked/*/retry", Set.of(ADMINISTRATOR)),
          new Row("GET", "/api/accounts", Set.of(ADMINISTRATOR)),
          new Row("PUT", "/api/accounts/*", Set.of(ADMINISTRATOR)),
          new Row("DELETE", "/api/accounts/*", Set.of(ADMINISTRATOR)),
          new Row("GET", "/actuator/health", Set.of()),
          new Row("GET", "/actuator/health/liveness", Set.of()),
          new Row("GET", "/actuator/health/readiness", Set.of()),
          new Row("GET", MetricsToken.PATH, Set.of(ADMINISTRATOR))); // or with the token

  /**
   * One row.
   *
   * @param roles who may; empty for anybody, signed in or not
   */
  record Row(String method, String pattern, Set<Role> roles) {}

  private Endpoints() {}
}
