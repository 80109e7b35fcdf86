package io.minewatch.alerting.journal;

import io.minewatch.alerting.ledger.Entry;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every fact that came, once, under its id and fingerprint; and the incident that a finding joined.
 */
public final class FindingRows {
  private static final String PAST = "PastFact";

  private final JdbcClient db;

  public FindingRows(Database database) {
    this.db = database.client();
  }

  /** Keeps a fact; false if it is known already. Inside {@link Database#write}. */
  public boolean keep(Finding finding) {
    return db.sql(
                "insert into finding values (?, ?, ?, ?) on conflict (id, fingerprint) do nothing")
            .params(
                finding.id().value(),
                finding.fingerprint(),
                finding.mine().value(),
                new String(Messages.write(finding), StandardCharsets.UTF_8))
            .update()
        == 1;
  }

  /** Writes a fact of the past into the ledger. Inside {@link Database#write}. */
  public void notePast(LedgerRows ledger, Finding fact, Instant now) {
    ledger.append(
        List.of(
            new Entry(
                0,
                now.toString(),
                fact.mine().value(),
                LedgerRows.Kind.PAST_FACT.name(),
                fact.id().value(),
                fact.fact(),
                LedgerRows.SYSTEM,
                PAST,
                new String(Messages.write(fact), StandardCharsets.UTF_8))));
  }

  /** The newest facts of the past of a mine, as they came, the newest first. */
  public List<Finding> past(String mine, int atMost) {
    return db.sql(
            "select content from ledger where type = ? and mine = ? order by seq desc limit ?")
        .params(PAST, mine, atMost)
        .query((rs, i) -> read(rs.getString(1)))
        .list();
  }

  /** Ids of findings of two checks in their order, so many after one; empty for the first. */
  public List<FindingId> ids(Check one, Check other, Page page) {
    return db
        .sql(
            "select distinct id from finding where id > ? and (body like ? or body like ?)"
                + " order by id limit ?")
        .params(page.after(), like(one), like(other), page.most())
        .query(String.class)
        .list()
        .stream()
        .map(FindingId::new)
        .toList();
  }

  /** A part of a list by ids: so many after one, which is empty for the first. */
  public record Page(String after, int most) {}

  private static String like(Check check) {
    return "%\"check\":\"" + check + "\"%";
  }

  /** How many facts of a finding are known. */
  public int count(FindingId id) {
    return db.sql("select count(*) from finding where id = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  /** All known facts of a finding, in the order in which they were found. */
  public List<Finding> facts(FindingId id) {
    return db
        .sql("select body from finding where id = ?")
        .param(id.value())
        .query((rs, i) -> read(rs.getString(1)))
        .list()
        .stream()
        .sorted(Comparator.comparing(Finding::judged).thenComparingInt(Finding::fact))
        .toList();
  }

  private static Finding read(String body) {
    try {
      return Messages.read(body.getBytes(StandardCharsets.UTF_8), Finding.class);
    } catch (WireException e) {
      throw new IllegalStateException("a kept finding is unreadable", e);
    }
  }

  /** The incident that this finding joined last, or null. */
  public @Nullable String incidentOf(FindingId id) {
    return db.sql("select incident from finding_incident where id = ?")
        .param(id.value())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  public void join(FindingId id, String incident) {
    db.sql(
            "insert into finding_incident values (?, ?)"
                + " on conflict (id) do update set incident = excluded.incident")
        .params(id.value(), incident)
        .update();
  }
}
