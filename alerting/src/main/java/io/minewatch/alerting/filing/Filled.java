package io.minewatch.alerting.filing;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.registry.Change;
import io.minewatch.ingest.files.registry.Entry;
import io.minewatch.ingest.files.registry.KnownMine;
import io.minewatch.ingest.files.registry.Proposal;
import io.minewatch.ingest.files.registry.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a registry would be if a definition file held. What the file does not say stays; a row is
 * taken out only if a file of the same type had brought it.
 *
 * <p>Thresholds are kept beside the point as the mine's system has them; {@link StricterLimits}
 * makes limits of them.
 */
final class Filled {
  private static final String DEFINED_BY = "definedBy";
  private static final String THRESHOLDS = "thresholds";

  /** The fields of a definition and the keys of a registry, by subject; others are thresholds. */
  private static final Map<Subject, Map<String, String>> KEYS =
      Map.of(
          Subject.POINT,
              Map.of(
                  "name", "name",
                  "measure", "measure",
                  "unit", "unit",
                  "substation", "substation",
                  "lowest", "lowest",
                  "highest", "highest"),
          Subject.ZONE, Map.of("name", "name", "kind", "type", "people", "peopleLimit"),
          Subject.PERSON,
              Map.of("name", "name", "job", "job", "department", "department", "leader", "leader"),
          Subject.STATION, Map.of("name", "name"));

  private static final Map<Subject, String> SECTIONS =
      Map.of(
          Subject.POINT, "points",
          Subject.ZONE, "zones",
          Subject.PERSON, "people",
          Subject.STATION, "stations");

  private final String type;
  private final Set<String> substations = new TreeSet<>();
  private Document document;

  private Filled(String type, Document document) {
    this.type = type;
    this.document = document;
  }

  static Document by(MineEntry mine, FileResult.Taken file) {
    Filled filled = new Filled(file.head().type(), mine.document());
    Proposal proposal = Proposal.between(new KnownMine(known(mine.document())), file);
    proposal.changes().forEach(filled::apply);
    filled.listSubstations();
    return filled.document;
  }

  private static List<Entry> known(Document document) {
    List<Entry> entries = new ArrayList<>();
    SECTIONS.forEach(
        (subject, section) ->
            document.rows(section).forEach(row -> entries.addAll(entries(subject, row))));
    return entries;
  }

  /** A person is known by each of the cards. */
  private static List<Entry> entries(Subject subject, Map<String, Object> row) {
    SortedMap<String, String> fields = new TreeMap<>();
    keys(subject)
        .forEach(
            (field, key) -> {
              if (row.containsKey(key)) {
                fields.put(field, text(key, row.get(key)));
              }
            });
    if (row.get(THRESHOLDS) instanceof Map<?, ?> thresholds) {
      thresholds.forEach(
          (name, at) ->
              fields.put(String.valueOf(name), String.valueOf(((Number) at).doubleValue())));
    }
    String by = String.valueOf(row.getOrDefault(DEFINED_BY, ""));
    List<Entry> entries = new ArrayList<>();
    for (String id : ids(subject, row)) {
      entries.add(new Entry(subject, id, by, fields));
    }
    return entries;
  }

  private static String text(String key, @Nullable Object value) {
    return isEnd(key) && value instanceof Number end
        ? String.valueOf(end.doubleValue())
        : String.valueOf(value);
  }

  private static boolean isEnd(String key) {
    return key.equals("lowest") || key.equals("highest");
  }

  /**
   * Where stations are listed, a substation that the file names at a point is one too; its own file
   * may follow and tell what it is called.
   */
  private void listSubstations() {
    List<Map<String, Object>> stations = new ArrayList<>(document.rows("stations"));
    int before = stations.size();
    Set<String> listed = new HashSet<>();
    stations.forEach(row -> listed.add(String.valueOf(row.get("id"))));
    for (String named : substations) {
      if (listed.add(named)) {
        stations.add(new LinkedHashMap<>(Map.of("id", named, "name", named)));
      }
    }
    if (before > 0 && stations.size() > before) {
      document = document.with("stations", stations);
    }
  }

  private static Map<String, String> keys(Subject subject) {
    return KEYS.getOrDefault(subject, Map.of());
  }

  private static List<String> ids(Subject subject, Map<String, Object> row) {
    if (subject == Subject.PERSON && row.get("cards") instanceof List<?> cards) {
      return cards.stream().map(String::valueOf).toList();
    }
    return List.of(String.valueOf(row.get("id")));
  }

  private void apply(Change change) {
    String section = SECTIONS.getOrDefault(change.subject(), "");
    List<Map<String, Object>> rows = new ArrayList<>();
    boolean found = false;
    for (Map<String, Object> row : document.rows(section)) {
      if (!ids(change.subject(), row).contains(change.id())) {
        rows.add(row);
      } else if (change.kind() != Change.Kind.REMOVED) {
        rows.add(changed(row, change));
        found = true;
      } else if (ids(change.subject(), row).size() > 1) {
        rows.add(withoutCard(row, change.id())); // one card is gone, the person is not
      }
    }
    if (!found && change.kind() == Change.Kind.ADDED) {
      rows.add(changed(fresh(change), change));
    }
    document = document.with(section, rows);
    for (Change.FieldChange field : change.fields()) {
      if (field.field().equals("substation") && !field.after().isEmpty()) {
        substations.add(field.after());
      }
    }
  }

  private static Map<String, Object> withoutCard(Map<String, Object> from, String card) {
    Map<String, Object> row = new LinkedHashMap<>(from);
    row.put("cards", ids(Subject.PERSON, from).stream().filter(c -> !c.equals(card)).toList());
    return row;
  }

  /** A zone of which nobody has said that it is outside counts as underground. */
  private Map<String, Object> fresh(Change change) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", change.id());
    if (change.subject() == Subject.ZONE) {
      row.put("underground", true);
    } else if (change.subject() == Subject.PERSON) {
      row.put("cards", List.of(change.id()));
    }
    row.put(DEFINED_BY, type);
    return row;
  }

  private static Map<String, Object> changed(Map<String, Object> from, Change change) {
    Map<String, Object> row = new LinkedHashMap<>(from);
    Map<String, Object> thresholds = new LinkedHashMap<>();
    if (row.get(THRESHOLDS) instanceof Map<?, ?> known) {
      known.forEach((name, at) -> thresholds.put(String.valueOf(name), at));
    }
    Map<String, String> keys = keys(change.subject());
    for (Change.FieldChange field : change.fields()) {
      String key = keys.get(field.field());
      Map<String, Object> into = key == null ? thresholds : row;
      String name = key == null ? field.field() : key;
      if (field.after().isEmpty()) {
        into.remove(name);
      } else {
        into.put(name, value(name, field.after(), key == null));
      }
    }
    row.remove(THRESHOLDS);
    if (!thresholds.isEmpty()) {
      row.put(THRESHOLDS, thresholds);
    }
    return row;
  }

  private static Object value(String name, String text, boolean threshold) {
    if (threshold || isEnd(name) || name.equals("peopleLimit")) {
      return Double.valueOf(text);
    }
    return name.equals("leader") ? Boolean.valueOf(text) : text;
  }
}
