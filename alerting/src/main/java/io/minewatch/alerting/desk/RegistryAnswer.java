package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.ChangeRows.Change;
import io.minewatch.alerting.registry.MineEntry;
import java.util.List;

/** What came of a change of a registry. */
public sealed interface RegistryAnswer {
  /** It holds now. */
  record Effective(MineEntry mine) implements RegistryAnswer {}

  /** It waits for a person. */
  record Waiting(Change change) implements RegistryAnswer {}

  /** It says what holds already. */
  record Unchanged() implements RegistryAnswer {}

  /** Another version holds than the one that was changed. */
  record Stale(long current) implements RegistryAnswer {}

  /** It cannot hold: everything that is wrong with it. */
  record Unsound(List<String> problems) implements RegistryAnswer {
    public Unsound {
      problems = List.copyOf(problems);
    }
  }

  /** Not by this person, or not any more. */
  record NotAllowed(String reason) implements RegistryAnswer {}

  /** It was refused and no longer waits. */
  record Gone() implements RegistryAnswer {}
}
