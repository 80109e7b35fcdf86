package io.minewatch.ingest.gateway.forward;

import java.util.List;

/** Whose word it takes before a message may be forgotten. */
public enum Needed {
  /** The broker's confirmation is enough: for a platform that sends no receipts. */
  NONE,
  /** The judge job's receipt. */
  JUDGED,
  /** The receipts of the judge job and of the archive job. */
  BOTH;

  List<By> by() {
    return switch (this) {
      case NONE -> List.of();
      case JUDGED -> List.of(By.JUDGED);
      case BOTH -> List.of(By.JUDGED, By.KEPT);
    };
  }

  /** Who sends receipts. */
  public enum By {
    JUDGED,
    KEPT
  }
}
