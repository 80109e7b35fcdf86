package io.minewatch.alerting.suspect;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueStart;
import java.util.List;

/**
 * What a feature shows of a mine.
 *
 * @param subject of the mine: a point, a gateway, a card; empty for the mine as a whole
 * @param evidence all that shows it now
 * @param least how much of it that no clue holds yet is needed before a clue begins
 */
public record Suspicion(
    Feature feature, String mine, String subject, List<ClueEvidence> evidence, int least) {
  private static final String CARD = "card/";

  public Suspicion {
    evidence = List.copyOf(evidence);
  }

  /**
   * The clue that begins with some of this evidence.
   *
   * @param path where the mine lies
   */
  public ClueStart start(String path, List<ClueEvidence> some) {
    boolean unsaid = subject.isEmpty() || subject.startsWith(CARD); // a card stands for a person
    String about = unsaid ? "" : " " + subject;
    return new ClueStart(
        mine,
        path,
        feature.name(),
        subject,
        feature.chinese() + about,
        feature.english() + about,
        some);
  }
}
