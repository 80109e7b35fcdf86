package io.minewatch.alerting.ledger;

/**
 * The first place at which a ledger is not as it was written.
 *
 * @param seq of the row
 */
public record Fault(long seq, String what) {
  @Override
  public String toString() {
    return "row " + seq + ": " + what;
  }
}
