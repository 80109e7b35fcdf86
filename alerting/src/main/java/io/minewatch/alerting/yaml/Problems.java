package io.minewatch.alerting.yaml;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files of this start, all together. */
public final class Problems {
  private final List<String> found = new ArrayList<>();

  public void add(String where, String what) {
    found.add(where + ": " + what);
  }

  /** What is wrong elsewhere as well. */
  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  public List<String> found() {
    return List.copyOf(found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Stops the start if anything is wrong.
   *
   * @throws BadFiles naming every problem
   */
  public void stopIfAny() {
    if (!found.isEmpty()) {
      throw new BadFiles(found);
    }
  }

  /**
   * The start is refused: rule packs, registry or settings are missing or contradict each other.
   */
  public static final class BadFiles extends RuntimeException {
    BadFiles(List<String> problems) {
      super("cannot start:\n  " + String.join("\n  ", problems), null, false, false);
    }
  }
}
