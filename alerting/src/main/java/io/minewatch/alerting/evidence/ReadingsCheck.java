package io.minewatch.alerting.evidence;

import io.minewatch.alerting.evidence.Readings.Hour;
import io.minewatch.alerting.evidence.Readings.Proof;
import io.minewatch.alerting.evidence.Readings.Reading;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.ledger.Fault;
import io.minewatch.alerting.ledger.Merkle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the readings of a pack against the roots in its slice of the ledger. */
final class ReadingsCheck {
  private ReadingsCheck() {}

  /**
   * The first reading that is not what its root was made of, or null.
   *
   * @param rows of the slice that are told in full, by number
   */
  static @Nullable Fault of(Readings readings, Map<Long, Entry> rows) {
    for (Hour hour : readings.hours()) {
      if (hour.proof() == Proof.PROVEN) {
        Fault fault = hour(hour, readings.mine(), rows.get(hour.row()));
        if (fault != null) {
          return fault;
        }
      }
    }
    return null;
  }

  private static @Nullable Fault hour(Hour hour, String mine, @Nullable Entry row) {
    boolean its =
        row != null
            && row.kind().equals(Kind.DATA_ROOT.name())
            && row.mine().equals(mine)
            && row.subject().equals(hour.hour().toString());
    if (row == null || !its) {
      return new Fault(
          hour.row(), "does not tell the roots of the hour " + hour.hour() + " of this mine");
    }
    String told = ReadingsOf.told(row.content(), hour.measure());
    for (Reading each : hour.readings()) {
      String root = Merkle.root(each.text(), each.index(), hour.count(), each.path());
      if (root == null || !(hour.count() + " " + root).equals(told)) {
        return new Fault(
            hour.row(),
            "tells another root: the %s reading of %s at %s was altered"
                .formatted(hour.measure(), each.point(), each.at()));
      }
    }
    return null;
  }
}
