package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Act;
import java.util.Locale;

/** Who does an act, and what it is called in the journal. */
final class Actor {
  private Actor() {}

  static String of(Act act) {
    if (act instanceof Act.Acknowledge a) {
      return a.by();
    } else if (act instanceof Act.Respond a) {
      return a.by();
    } else if (act instanceof Act.OrderWithdrawal a) {
      return a.by();
    } else if (act instanceof Act.Release a) {
      return a.by();
    } else if (act instanceof Act.Close a) {
      return a.by();
    } else if (act instanceof Act.ForceClose a) {
      return a.by();
    }
    return "system";
  }

  static String name(Act act) {
    return act.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }
}
