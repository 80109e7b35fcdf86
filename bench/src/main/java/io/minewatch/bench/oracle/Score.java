package io.minewatch.bench.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How what was found compares with what had to be found. One missed, doubled or invented fact voids
 * every figure of the run.
 *
 * @param missed expected and not told
 * @param surplus told twice, or never expected
 */
public record Score(int expected, List<Told> missed, List<Told> surplus) {
  /** How many facts are named when something is wrong. */
  private static final int NAMED = 3;

  public Score {
    missed = List.copyOf(missed);
    surplus = List.copyOf(surplus);
  }

  public static Score of(List<Told> expected, List<Told> told) {
    Map<Told, Integer> open = new HashMap<>();
    expected.forEach(fact -> open.merge(fact, 1, Integer::sum));
    List<Told> surplus = new ArrayList<>();
    for (Told fact : told) {
      Integer left = open.get(fact);
      if (left == null || left == 0) {
        surplus.add(fact);
      } else {
        open.put(fact, left - 1);
      }
    }
    List<Told> missed = new ArrayList<>();
    open.forEach(
        (fact, left) -> {
          for (int i = 0; i < left; i++) {
            missed.add(fact);
          }
        });
    return new Score(expected.size(), missed, surplus);
  }

  public boolean isClean() {
    return missed.isEmpty() && surplus.isEmpty();
  }

  /** For a person. */
  public String inWords() {
    if (isClean()) {
      return "all " + expected + " findings, none twice";
    }
    return "of %d findings %d missed %s, %d too many %s"
        .formatted(expected, missed.size(), some(missed), surplus.size(), some(surplus));
  }

  private static List<Told> some(List<Told> facts) {
    return facts.subList(0, Math.min(NAMED, facts.size()));
  }
}
