package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.ByPerson;
import java.util.Locale;

/** Who does an act, and what it is called in the journal. */
final class Actor {
  private Actor() {}

  static String of(Act act) {
    return act instanceof ByPerson person ? person.by() : "system";
  }

  static String name(Act act) {
    return act.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }
}
