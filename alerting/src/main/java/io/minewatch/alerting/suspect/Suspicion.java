package io.minewatch.alerting.suspect;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueStart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a feature shows of a mine.
 *
 * @param subject of the mine: a point, a gateway, a card; empty for the mine as a whole
 * @param evidence all that shows it now
 * @param least how much of it that no clue holds yet is needed before a clue begins
 */
public record Suspicion(
    Feature feature, String mine, String subject, List<ClueEvidence> evidence, int least) {
  /** Subjects of one feature of a mine that are clues of their own at one look; more are one. */
  public static final int MOST_SUBJECTS = 5;

  private static final String CARD = "card/";

  public Suspicion {
    evidence = List.copyOf(evidence);
  }

  /**
   * What was found of a mine at one look, by feature and subject. Where many subjects show the
   * same, one cause is likelier than many: then it is one suspicion of the mine as a whole, and
   * what it rests on names them.
   */
  public static List<Suspicion> united(List<Suspicion> ofMine) {
    Map<Feature, Map<String, List<Suspicion>>> all = new EnumMap<>(Feature.class);
    for (Suspicion each : ofMine) {
      all.computeIfAbsent(each.feature, any -> new TreeMap<>())
          .computeIfAbsent(each.subject, any -> new ArrayList<>())
          .add(each);
    }
    List<Suspicion> united = new ArrayList<>();
    for (Map<String, List<Suspicion>> subjects : all.values()) {
      if (subjects.size() <= MOST_SUBJECTS) {
        subjects.forEach((subject, same) -> united.add(one(subject, same)));
      } else {
        united.add(one("", subjects.values().stream().flatMap(List::stream).toList()));
      }
    }
    return united;
  }

  private static Suspicion one(String subject, List<Suspicion> all) {
    Suspicion first = all.get(0);
    List<ClueEvidence> evidence =
        all.stream().flatMap(each -> each.evidence.stream()).distinct().toList();
    return new Suspicion(first.feature, first.mine, subject, evidence, first.least);
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
