package io.minewatch.alerting.evidence;

import io.minewatch.alerting.root.Compared;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The readings of an incident's points as they stand in a pack, hour by hour.
 *
 * @param note why some are missing, for a person; empty if none is
 */
public record Readings(String mine, String note, List<Hour> hours) {
  public Readings {
    hours = List.copyOf(hours);
  }

  /** Whether the readings of an hour can be proven. */
  public enum Proof {
    /** Each has its path to the root in the ledger. */
    PROVEN,
    /** It leads to a root, but of something else than was written, or of what nobody compared. */
    DOUBTED,
    /** The hour has no root yet. */
    NO_ROOT,
    /** The store no longer gives the root: readings came later, or some were altered. */
    CHANGED,
    /** The row of the ledger says why the measure has no root. */
    NOT_MADE
  }

  /**
   * One hour of one measure.
   *
   * @param row of the ledger with the root, 0 if there is none
   * @param count of all readings of the measure in this hour, those of other points too
   * @param leftOut readings of the incident's points for which the pack has no room
   * @param compared what came of holding the store against what was written, when the row was made;
   *     older packs do not say
   */
  public record Hour(
      String measure,
      String unit,
      Instant hour,
      Proof proof,
      long row,
      int count,
      int leftOut,
      @Nullable Compared compared,
      List<Reading> readings) {
    public Hour {
      readings = List.copyOf(readings);
      compared = compared == null ? Compared.NOT_TOLD : compared;
    }
  }

  /**
   * One reading.
   *
   * @param at measured time
   * @param value null where there was only a quality to tell
   * @param index its place among all of the hour and measure
   * @param path to the root; empty where nothing is proven
   */
  public record Reading(
      String point,
      Instant at,
      @Nullable Double value,
      String quality,
      int index,
      List<String> path) {
    public Reading {
      path = List.copyOf(path);
    }

    String text() {
      return Leaves.text(point, at, value, quality);
    }
  }
}
