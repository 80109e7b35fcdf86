package io.minewatch.ingest.files.registry;

import io.minewatch.ingest.files.define.PersonDefinition;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.define.StationDefinition;
import io.minewatch.ingest.files.define.ZoneDefinition;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileResult;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a file defines, as registry entries. */
public final class Defined {
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
    point.thresholds().forEach((field, at) -> put(fields, field, String.valueOf(at)));
    return new Entry(Subject.POINT, point.id().value(), type, fields);
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
