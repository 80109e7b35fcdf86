package io.minewatch.alerting.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks a chain from its first row, or from a known one, and tells the first fault. Each row's hash
 * is taken over the hash before it and its own digest, so a row that is altered, taken out, put in
 * or moved breaks it there. What it cannot tell is a whole end written anew: that is what the daily
 * roots are for.
 */
public final class Chain {
  /** What stands before the first row. */
  public static final String START = "";

  private long next;
  private String hash;

  private Chain(long next, String hash) {
    this.next = next;
    this.hash = hash;
  }

  public static Chain fromTheStart() {
    return new Chain(1, START);
  }

  /** Goes on at a row of which the hash before it is known. */
  public static Chain from(long seq, String previous) {
    return new Chain(seq, previous);
  }

  /** The hash of a row. */
  public static String hash(String previous, String digest) {
    return Canonical.sha256(Canonical.json(Map.of("digest", digest, "previous", previous)));
  }

  /** Takes the next row as it is kept; answers what is wrong with it, or null. */
  public @Nullable Fault take(Link row) {
    if (row.seq() > next) {
      return new Fault(next, "is missing" + (row.seq() == next + 1 ? "" : ", and more after it"));
    }
    if (row.seq() < next) {
      return new Fault(row.seq(), "stands there twice or out of order");
    }
    if (!hash(row.previous(), row.digest()).equals(row.hash())) {
      return new Fault(row.seq(), "was altered: its hash is not that of what it says");
    }
    if (!row.previous().equals(hash)) {
      return new Fault(row.seq(), "does not follow the row before it: one of the two was replaced");
    }
    hash = row.hash();
    next = row.seq() + 1;
    return null;
  }

  /** The number of the row that would come next. */
  public long next() {
    return next;
  }

  /** The hash over everything so far. */
  public String hash() {
    return hash;
  }
}
