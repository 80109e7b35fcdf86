package io.minewatch.alerting.suspect;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueEvidence.Kind;
import java.time.LocalDate;
import java.util.List;

/** What the record and the registry of a mine are suspected of. */
public final class OfRecord {
  private OfRecord() {}

  /**
   * Readings of a point that a gateway told twice, differently, on one day; nothing explains it.
   */
  public static Suspicion rewritten(String mine, String gateway, String point, LocalDate day) {
    ClueEvidence evidence =
        new ClueEvidence(Kind.REWRITE, gateway + "/" + point + "/" + day, "改写 rewritten " + day);
    return new Suspicion(Feature.REWRITTEN, mine, point, List.of(evidence), 1);
  }

  /** A gateway whose clock was put back, as what it told twice shows. */
  public static Suspicion clockPutBack(String mine, String gateway, LocalDate day) {
    ClueEvidence evidence =
        new ClueEvidence(Kind.REWRITE, gateway + "/" + day, "时钟回拨 clock put back " + day);
    return new Suspicion(Feature.CLOCK_PUT_BACK, mine, "gateway/" + gateway, List.of(evidence), 1);
  }

  /** A change of the registry that lowers protection, and holds. */
  public static Suspicion lowered(String mine, String change, String where) {
    ClueEvidence evidence = new ClueEvidence(Kind.CHANGE, change, where);
    return new Suspicion(Feature.LIMITS_LOWERED, mine, "", List.of(evidence), 1);
  }
}
