package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.ExceptionRows;
import io.minewatch.alerting.journal.ExceptionRows.Exceptional;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a regulator asks for first: every forced close, false alarm, shelving and revoked order,
 * with who wanted it and why.
 */
@RestController
public class ExceptionsController {
  /** Rows in one answer, the newest first. */
  private static final int MOST = 500;

  private final Access access;
  private final Present present;
  private final ExceptionRows rows;
  private final Clock clock;
  private final JsonMapper json;

  public ExceptionsController(
      Access access, Present present, Store store, Clock clock, JsonMapper json) {
    this.access = access;
    this.present = present;
    this.rows = new ExceptionRows(store.database());
    this.clock = clock;
    this.json = json;
  }

  /**
   * One exception, as the ledger holds it.
   *
   * @param what the event of the chain: who, why, and what was lacking
   */
  public record ExceptionView(
      long row, Instant at, String mine, String incident, String type, String by, JsonNode what) {}

  /** A period's exceptions, thirty days to now unless said, the newest first. */
  @GetMapping("/api/exceptions")
  public List<ExceptionView> exceptions(
      @RequestParam(defaultValue = "") String mine,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      Principal who) {
    Instant end = to == null ? clock.instant() : to;
    Instant begin = from == null ? end.minus(Duration.ofDays(30)) : from;
    LoadController.require(begin, end);
    List<String> mines = access.seen(Refusals.account(present, who), mine.strip());
    return rows.all(mines, begin, end, MOST).stream().map(this::view).toList();
  }

  private ExceptionView view(Exceptional row) {
    return new ExceptionView(
        row.seq(),
        Instant.parse(row.at()),
        row.mine(),
        row.subject(),
        row.type(),
        row.actor(),
        json.readTree(row.content()));
  }
}
