package io.minewatch.alerting.registry;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Name;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a registry declares beside zones and points: people with their cards, who leads a shift,
 * stations, and what is known of a sensor. Read and checked here; whoever judges by a part of it
 * puts it into the plan.
 */
final class Declared {
  private final Fields mine;
  private final Set<String> stations = new HashSet<>();
  private final Set<String> points = new HashSet<>();
  private final Set<String> people = new HashSet<>();

  Declared(Fields mine) {
    this.mine = mine;
    ids("stations").forEach(stations::add);
    ids("points").forEach(points::add);
    ids("people").forEach(people::add);
  }

  private List<String> ids(String section) {
    return mine.has(section)
        ? mine.rows(section).stream()
            .filter(row -> row.has("id"))
            .map(row -> row.text("id"))
            .toList()
        : List.of();
  }

  /** What a row of a point says of its sensor. */
  static Sensor sensor(Fields row) {
    return new Sensor(
        row.text("substation", ""),
        row.has("reporting")
            ? row.constant("reporting", Sensor.Reporting.class)
            : Sensor.Reporting.NOT_TOLD,
        row.has("noiseFloor") ? row.number("noiseFloor") : 0,
        row.has("lowest") ? row.number("lowest") : -Sensor.WIDEST,
        row.has("highest") ? row.number("highest") : Sensor.WIDEST);
  }

  /** The lists of people, shifts and stations. */
  void lists() {
    since();
    people();
    leaders();
    if (mine.has("stations")) {
      Set<String> seen = new HashSet<>();
      for (Fields row : mine.rows("stations")) {
        id(row, seen);
        row.text("name");
        row.text("definedBy", "");
        row.refuseOthers();
      }
    }
  }

  private void people() {
    if (!mine.has("people")) {
      return;
    }
    Set<String> seen = new HashSet<>();
    Map<String, String> owners = new HashMap<>();
    for (Fields row : mine.rows("people")) {
      String person = id(row, seen);
      row.text("name");
      row.text("job", "");
      row.text("department", "");
      row.text("leader", "");
      row.text("definedBy", "");
      for (String card : row.has("cards") ? row.texts("cards") : List.<String>of()) {
        guarded(row, () -> new CardId(card));
        String owner = owners.putIfAbsent(card, person);
        if (owner != null) {
          row.problem("a card is another person's already, or twice in the list");
        }
      }
      row.refuseOthers();
    }
  }

  private void since() {
    if (mine.has("statusSince")) {
      try {
        LocalDate.parse(mine.text("statusSince"));
      } catch (DateTimeException e) {
        mine.problem("statusSince is no ISO date: " + mine.text("statusSince"));
      }
    }
  }

  /** Who leads a shift, by the time at which it begins. */
  private void leaders() {
    if (!mine.has("leaders")) {
      return;
    }
    Set<String> begins = new HashSet<>(mine.has("shifts") ? mine.texts("shifts") : List.of());
    Set<String> seen = new HashSet<>();
    for (Fields row : mine.rows("leaders")) {
      if (!begins.contains(id(row, seen))) {
        row.problem("the id of leaders is the begin of a shift of " + begins);
      }
      for (String leader : row.texts("people")) {
        if (!people.contains(leader)) {
          row.problem("a leader is no person of this mine");
        }
      }
      row.refuseOthers();
    }
  }

  /** What is known of the sensor of a point. */
  void sensor(Fields row, Measure measure) {
    if (row.has("unit") && Double.isNaN(measure.factorFrom(row.text("unit")))) {
      row.problem("unit " + row.text("unit") + " is none of " + measure);
    }
    if (row.has("interlock") && !points.contains(row.text("interlock"))) {
      row.problem("interlock partner " + row.text("interlock") + " is no point of this mine");
    }
    if (row.has("substation")
        && !stations.isEmpty()
        && !stations.contains(row.text("substation"))) {
      row.problem("substation " + row.text("substation") + " is no station of this mine");
    }
    if (row.has("thresholds")) {
      row.part("thresholds"); // kept as the mine's system has them; they judge nothing
    }
    row.text("definedBy", "");
  }

  /** What is known of a zone beside its place. */
  void place(Fields row) {
    row.text("type", "");
    row.text("definedBy", "");
  }

  private static String id(Fields row, Set<String> seen) {
    String id = row.text("id");
    guarded(row, () -> Name.require("an id", id));
    if (!seen.add(id)) {
      row.problem("the id is there twice");
    }
    return id;
  }

  private static void guarded(Fields row, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException e) {
      row.problem(String.valueOf(e.getMessage()));
    }
  }
}
