package io.minewatch.alerting.roster;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The people of one scope and their slots. What is valid for a mine are the rosters of its own path
 * and of every path above it.
 *
 * @param scope path of jurisdiction codes down to a mine; empty for the nation
 * @param zone of its times
 */
public record Roster(String scope, ZoneId zone, List<Person> people, List<Slot> slots) {
  private static final int MOST_PEOPLE = 500;
  private static final int MOST_SLOTS = 2_000;

  public Roster {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(zone, "zone");
    people = List.copyOf(people);
    slots = List.copyOf(slots);
    if (people.size() > MOST_PEOPLE || slots.size() > MOST_SLOTS) {
      throw new IllegalArgumentException(
          "a roster holds at most " + MOST_PEOPLE + " people and " + MOST_SLOTS + " slots");
    }
    Map<String, Person> known = byId(people);
    if (known.size() < people.size()) {
      throw new IllegalArgumentException("a roster holds a person twice");
    }
    for (Slot slot : slots) {
      if (!known.containsKey(slot.person())) {
        throw new IllegalArgumentException(
            "a slot names no person of the roster: " + slot.person());
      }
    }
  }

  private static Map<String, Person> byId(List<Person> people) {
    Map<String, Person> known = new HashMap<>();
    people.forEach(person -> known.put(person.id(), person));
    return known;
  }

  /** The person of this id. */
  public Person person(String id) {
    return Objects.requireNonNull(byId(people).get(id), "checked at construction");
  }

  /** Whether it is valid for what lies at this path. */
  public boolean covers(String path) {
    return scope.isEmpty() || (path + "/").startsWith(scope + "/");
  }

  /** Never shows names or numbers. */
  @Override
  public String toString() {
    return "roster of '%s', %d people".formatted(scope, people.size());
  }
}
