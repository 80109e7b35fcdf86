package io.minewatch.alerting.evidence;

import io.minewatch.alerting.journal.LedgerRows.Root;
import io.minewatch.alerting.ledger.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the ledger as it stands in a pack: the rows of one incident in full, of all others
 * between them only the digest, so that the chain can be checked without telling what others did.
 *
 * @param from number of the first row
 * @param previous the hash before it
 * @param hash the hash over the ledger up to the last row
 * @param roots daily roots, of which those within the piece can be checked
 */
public record Slice(
    String incident, long from, String previous, String hash, List<Root> roots, List<Part> rows) {
  public Slice {
    roots = List.copyOf(roots);
    rows = List.copyOf(rows);
  }

  /**
   * One row: its entry and hash, or only its digest.
   *
   * @param hash the hash up to this row; null where only the digest is told
   */
  public record Part(@Nullable Entry entry, @Nullable String digest, @Nullable String hash) {}
}
