package io.minewatch.alerting.suspect;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueEvidence.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the record and the registry of a mine are suspected of. */
public final class OfRecord {
  private static final String GATEWAY = "gateway/";

  /** Points of one gateway and day that are named. */
  private static final int MOST_NAMED = 20;

  private OfRecord() {}

  /**
   * Readings that a gateway told twice, differently, on one day; nothing explains it. Named are the
   * points of which it did so most.
   *
   * @param points how many readings of each point; none while the day goes on, for these may be
   *     other ones at each look, and what is named stays named
   */
  public static Suspicion rewritten(
      String mine, String gateway, LocalDate day, Map<String, Long> points) {
    String where = gateway + "/" + day;
    List<ClueEvidence> evidence = new ArrayList<>();
    evidence.add(new ClueEvidence(Kind.REWRITE, where, "改写 rewritten " + day));
    points.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_NAMED)
        .forEach(each -> evidence.add(point(gateway, day, each.getKey())));
    return new Suspicion(Feature.REWRITTEN, mine, GATEWAY + gateway, evidence, 1);
  }

  private static ClueEvidence point(String gateway, LocalDate day, String point) {
    String ref = gateway + "/" + point + "/" + day;
    return new ClueEvidence(Kind.REWRITE, ref, "改写 rewritten " + point + " " + day);
  }

  /** A gateway whose clock was put back, as what it told twice shows. */
  public static Suspicion clockPutBack(String mine, String gateway, LocalDate day) {
    ClueEvidence evidence =
        new ClueEvidence(Kind.REWRITE, gateway + "/" + day, "时钟回拨 clock put back " + day);
    return new Suspicion(Feature.CLOCK_PUT_BACK, mine, GATEWAY + gateway, List.of(evidence), 1);
  }

  /** A change of the registry that lowers protection, and holds. */
  public static Suspicion lowered(String mine, String change, String where) {
    ClueEvidence evidence = new ClueEvidence(Kind.CHANGE, change, where);
    return new Suspicion(Feature.LIMITS_LOWERED, mine, "", List.of(evidence), 1);
  }
}
