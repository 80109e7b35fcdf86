package io.minewatch.alerting.clue;

import java.util.List;

/**
 * What a clue begins with.
 *
 * @param feature what kind of suspicion it is; {@link #BY_HAND} when a person had it
 * @param subject of the mine: a point, a gateway, a card; empty for the mine as a whole
 */
public record ClueStart(
    String mine,
    String feature,
    String subject,
    String words,
    String wordsEnglish,
    List<ClueEvidence> evidence) {
  /** A person had it, not a machine. */
  public static final String BY_HAND = "BY_HAND";

  public ClueStart {
    evidence = List.copyOf(evidence);
  }
}
