package io.minewatch.alerting.evidence;

import io.minewatch.alerting.evidence.Readings.Hour;
import io.minewatch.alerting.evidence.Readings.Proof;
import io.minewatch.alerting.evidence.Readings.Reading;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.ledger.Fault;
import io.minewatch.alerting.ledger.Merkle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the readings of a pack against the roots in its slice of the ledger. */
final class ReadingsCheck {
  private ReadingsCheck() {}

  /**
   * The first reading that is not what its root was made of, or what is said against the rows, or
   * null.
   *
   * @param rows of the slice that are told in full, by number
   */
  static @Nullable Fault of(Readings readings, Map<Long, Entry> rows) {
    Map<String, Entry> roots = new HashMap<>();
    for (Entry row : rows.values()) {
      if (row.kind().equals(Kind.DATA_ROOT.name()) && row.mine().equals(readings.mine())) {
        roots.merge(row.subject(), row, (a, b) -> a.seq() > b.seq() ? a : b);
      }
    }
    Set<String> seen = new HashSet<>();
    for (Hour hour : readings.hours()) {
      if (!seen.add(hour.measure() + " " + hour.hour())) {
        return new Fault(hour.row(), "has an hour of " + hour.measure() + " twice: " + hour.hour());
      }
      Fault fault = hour(hour, roots.get(hour.hour().toString()));
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static @Nullable Fault hour(Hour hour, @Nullable Entry row) {
    if (row == null) {
      return hour.proof() == Proof.NO_ROOT && hour.row() == 0
          ? null
          : new Fault(
              hour.row(), "does not tell the roots of the hour " + hour.hour() + " of this mine");
    }
    if (row.seq() != hour.row()) {
      return new Fault(
          row.seq(), "tells the roots of the hour " + hour.hour() + ", the pack does not");
    }
    if (hour.compared() != ReadingsOf.compared(row.content(), hour.measure())) {
      return new Fault(
          row.seq(),
          "says something else of what was written of %s in the hour %s"
              .formatted(hour.measure(), hour.hour()));
    }
    String told = ReadingsOf.told(row.content(), hour.measure());
    boolean doubted = ReadingsOf.compared(row.content(), hour.measure()).isDoubtful();
    boolean leftOut = told != null && told.startsWith(DataRoots.LEFT_OUT);
    return switch (hour.proof()) {
      case PROVEN -> doubted ? other(hour, row.seq()) : proven(hour, row.seq(), told);
      case DOUBTED -> doubted ? null : other(hour, row.seq());
      case NO_ROOT -> new Fault(row.seq(), "has a root of the hour " + hour.hour());
      case NOT_MADE -> leftOut ? null : other(hour, row.seq());
      case CHANGED -> leftOut ? other(hour, row.seq()) : null;
    };
  }

  private static Fault other(Hour hour, long row) {
    return new Fault(
        row, "tells something else of " + hour.measure() + " in the hour " + hour.hour());
  }

  private static @Nullable Fault proven(Hour hour, long row, @Nullable String told) {
    boolean counted = told == null ? hour.count() == 0 : told.startsWith(hour.count() + " ");
    if (!counted || hour.readings().size() + (long) hour.leftOut() > hour.count()) {
      return new Fault(
          row,
          "tells another number of %s readings in the hour %s"
              .formatted(hour.measure(), hour.hour()));
    }
    Reading before = null;
    for (Reading each : hour.readings()) {
      String root = Merkle.root(each.text(), each.index(), hour.count(), each.path());
      if (root == null || !(hour.count() + " " + root).equals(told)) {
        return new Fault(
            row,
            "tells another root: the %s reading of %s at %s was altered"
                .formatted(hour.measure(), each.point(), each.at()));
      }
      if (before != null && !follows(before, each)) {
        return new Fault(
            row,
            "tells more: before the %s reading of %s at %s some were left out, or it is there twice"
                .formatted(hour.measure(), each.point(), each.at()));
      }
      before = each;
    }
    return null;
  }

  /** The readings of one point stand in one run: a gap in it is one that was made. */
  private static boolean follows(Reading before, Reading each) {
    return before.point().equals(each.point())
        ? each.index() == before.index() + 1
        : each.index() > before.index();
  }
}
