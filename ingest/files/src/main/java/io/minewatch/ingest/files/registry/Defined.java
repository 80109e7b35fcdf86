package io.minewatch.ingest.files.registry;

import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.reading.Name;
import io.minewatch.ingest.files.define.PersonDefinition;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.define.StationDefinition;
import io.minewatch.ingest.files.define.ZoneDefinition;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileResult;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a file defines, as registry entries. */
public final class Defined {
  /** The ends of the range as the formats name them. */
  private static final String LOW = "low";

  private static final String HIGH = "high";

  private Defined() {}

  /** The entries of a definition file, in its order; none for a file that defines nothing. */
  public static List<Entry> by(FileResult.Taken file) {
    String type = file.head().type();
    Content content = file.content();
    if (content instanceof Content.Points points) {
      return points.points().stream().map(point -> point(type, point)).toList();
    }
    if (content instanceof Content.Zones zones) {
      return zones.zones().stream().map(zone -> zone(type, zone)).toList();
    }
    if (content instanceof Content.People people) {
      return people.people().stream().map(person -> person(type, person)).toList();
    }
    if (content instanceof Content.Stations stations) {
      return stations.stations().stream().map(station -> station(type, station)).toList();
    }
    return List.of();
  }

  private static Entry point(String type, PointDefinition point) {
    SortedMap<String, String> fields = new TreeMap<>();
    put(fields, "name", point.name());
    put(fields, "measure", point.measure().name());
    put(fields, "unit", point.unit());
    String substation = point.told().getOrDefault("substation", "");
    put(fields, "substation", Name.isValid(substation) ? substation : "");
    point.thresholds().forEach((field, at) -> put(fields, field, String.valueOf(at)));
    range(point, fields);
    return new Entry(Subject.POINT, point.id().value(), type, fields);
  }

  /**
   * The range of the sensor in the unit of the measure. One that is none stays among the thresholds
   * as it was told.
   */
  private static void range(PointDefinition point, SortedMap<String, String> fields) {
    double low = end(point, LOW);
    double high = end(point, HIGH);
    if (low < high) {
      fields.remove(LOW);
      fields.remove(HIGH);
      put(fields, "lowest", Double.isInfinite(low) ? "" : String.valueOf(low));
      put(fields, "highest", Double.isInfinite(high) ? "" : String.valueOf(high));
    }
  }

  /** NaN where it is too wide to be one; infinite where it is not told. */
  private static double end(PointDefinition point, String field) {
    Double told = point.thresholds().get(field);
    double open = field.equals(LOW) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    if (told == null) {
      return open;
    }
    double converted = point.measure().convert(told, point.unit());
    // Rounded: converting must not make 3.9999999999999996 of 4.
    return Math.abs(converted) < Sensor.WIDEST
        ? Double.parseDouble(String.format(Locale.ROOT, "%.12g", converted))
        : Double.NaN;
  }

  private static Entry zone(String type, ZoneDefinition zone) {
    SortedMap<String, String> fields = new TreeMap<>();
    put(fields, "name", zone.name());
    put(fields, "kind", zone.kind());
    if (zone.people() != ZoneDefinition.NOT_TOLD) {
      put(fields, "people", String.valueOf(zone.people()));
    }
    return new Entry(Subject.ZONE, zone.id().value(), type, fields);
  }

  private static Entry person(String type, PersonDefinition person) {
    SortedMap<String, String> fields = new TreeMap<>();
    put(fields, "name", person.name());
    put(fields, "job", person.job());
    put(fields, "department", person.department());
    put(fields, "leader", String.valueOf(person.leader()));
    return new Entry(Subject.PERSON, person.card().value(), type, fields);
  }

  private static Entry station(String type, StationDefinition station) {
    SortedMap<String, String> fields = new TreeMap<>();
    put(fields, "name", station.name());
    return new Entry(Subject.STATION, station.code(), type, fields);
  }

  private static void put(SortedMap<String, String> fields, String field, String text) {
    if (!text.isEmpty()) {
      fields.put(field, text);
    }
  }
}
