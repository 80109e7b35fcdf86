package io.minewatch.alerting.ledger;

import java.util.Map;

/**
 * One row of the ledger, its place in the chain left aside.
 *
 * @param seq from 1, without a gap
 * @param at wall time, ISO 8601 in UTC
 * @param mine empty for what concerns none
 * @param kind what sort of thing it records
 * @param subject of what: an incident, an account, a mine
 * @param n of the subject's rows of this kind, where they are numbered; else 0
 * @param actor who did it; {@code system} for nobody
 * @param type of the content
 * @param content what happened, in full
 */
public record Entry(
    long seq,
    String at,
    String mine,
    String kind,
    String subject,
    long n,
    String actor,
    String type,
    String content) {

  /** The same at another place. */
  public Entry as(long newSeq) {
    return new Entry(newSeq, at, mine, kind, subject, n, actor, type, content);
  }

  /**
   * SHA-256 over the canonical JSON of all components, of the content its own SHA-256: a digest can
   * be shown in a proof without telling the content.
   */
  public String digest() {
    return Canonical.sha256(
        Canonical.json(
            Map.of(
                "actor", actor,
                "at", at,
                "content", Canonical.sha256(content),
                "kind", kind,
                "mine", mine,
                "n", n,
                "seq", seq,
                "subject", subject,
                "type", type)));
  }
}
