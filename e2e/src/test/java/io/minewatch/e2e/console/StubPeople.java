package io.minewatch.e2e.console;

import io.minewatch.domain.plan.Plan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The remaining list of the scripted withdrawal. */
final class StubPeople {
  private static final List<String> STATES =
      List.of("UNKNOWN_PLACE", "SILENT", "NEVER_MOVED", "MOVING", "MOVING");

  private StubPeople() {}

  /** The first so many of the list, worst first. */
  static List<Map<String, Object>> of(int count, Plan plan, Clock clock) {
    List<Map<String, Object>> people = new ArrayList<>();
    Instant now = clock.instant();
    for (int i = 0; i < count; i++) {
      Map<String, Object> person = new LinkedHashMap<>();
      person.put("card", plan.mine().value() + "000" + (17 + i));
      person.put("state", STATES.get(i));
      person.put("zone", i == 0 ? null : i < 4 ? "face-0101" : "return-0101");
      person.put("inZoneSince", now.minusSeconds(i < 3 ? 2400 : 40));
      person.put("lastSeen", now.minusSeconds(i == 1 ? 130 : 5));
      people.add(person);
    }
    return people;
  }
}
