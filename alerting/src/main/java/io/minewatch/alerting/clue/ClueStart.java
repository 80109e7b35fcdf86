package io.minewatch.alerting.clue;

import java.util.List;

/**
 * What a clue begins with. Refuses a subject that is no name.
 *
 * @param path where the mine lies when it is raised, codes from the province down to itself
 * @param feature what kind of suspicion it is; {@link #BY_HAND} when a person had it
 * @param subject of the mine: a point, a gateway, a card; empty for the mine as a whole
 */
public record ClueStart(
    String mine,
    String path,
    String feature,
    String subject,
    String words,
    String wordsEnglish,
    List<ClueEvidence> evidence) {
  /** A person had it, not a machine. */
  public static final String BY_HAND = "BY_HAND";

  /** Characters of a subject: the longest name of anything, and its kind. */
  public static final int MOST_SUBJECT = 200;

  public ClueStart {
    if (subject.length() > MOST_SUBJECT) {
      throw new IllegalArgumentException(
          "a subject has at most " + MOST_SUBJECT + " characters, had " + subject.length());
    }
    evidence = List.copyOf(evidence);
  }
}
