package io.minewatch.ingest.files.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of file: its fields in their order. Refuses a table that contradicts itself.
 *
 * @param types the type in the file name, in capitals, and further names of the same
 * @param keys for JSON, the path of a field whose name is another; dots for nesting
 * @param alarm for {@link Gives#ALARMS} the kind of all records; null if the field {@code event}
 *     tells
 * @param notes for the reader of the documentation
 */
public record Format(
    List<String> types,
    Gives gives,
    Title title,
    List<String> header,
    List<Field> fields,
    List<ValueColumn> values,
    Map<String, String> keys,
    @Nullable String alarm,
    List<String> notes) {
  /** The name of a format in both languages. */
  public record Title(String chinese, String english) {
    public Title {
      Objects.requireNonNull(chinese, "chinese");
      Objects.requireNonNull(english, "english");
    }
  }

  public Format {
    types = List.copyOf(types);
    Objects.requireNonNull(gives, "gives");
    Objects.requireNonNull(title, "title");
    header = List.copyOf(header);
    fields = List.copyOf(fields);
    values = List.copyOf(values);
    keys = Map.copyOf(keys);
    notes = List.copyOf(notes);
    String type = types.get(0);
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      require(names.add(field.name()), type, "the field '" + field.name() + "' is there twice");
    }
    for (String keyed : keys.keySet()) {
      require(names.contains(keyed), type, "no field '" + keyed + "' for a key");
    }
    for (ValueColumn value : values) {
      require(names.contains(value.field()), type, "no field '" + value.field() + "' for a value");
    }
    for (String needed : needed(gives)) {
      require(names.contains(needed), type, "a format that gives " + gives + " needs " + needed);
    }
    boolean defines = gives != Gives.READINGS;
    require(
        values.stream().noneMatch(v -> defines && v.isByDefinition()),
        type,
        "only a reading can have the unit of its definition");
    boolean valued = gives == Gives.READINGS || gives == Gives.POINTS;
    require(valued != values.isEmpty(), type, "values belong to READINGS and POINTS, and there");
  }

  private static List<String> needed(Gives gives) {
    return switch (gives) {
      case POINTS, ZONES, STATIONS -> List.of("code");
      case PEOPLE -> List.of("card", "name");
      case READINGS -> List.of("code", "time");
      case POSITIONS -> List.of("card", "in", "area");
      case ALARMS, STATION_STATES -> List.of("code");
    };
  }

  private static void require(boolean condition, String type, String what) {
    if (!condition) {
      throw new IllegalArgumentException("format " + type + ": " + what);
    }
  }

  /** The type by which the format is known. */
  public String type() {
    return types.get(0);
  }

  /** The path of a field in JSON. */
  public String keyOf(Field field) {
    return keys.getOrDefault(field.name(), field.name());
  }

  /** Whether every place of the record is confirmed. */
  public boolean isConfirmed() {
    return fields.stream().allMatch(field -> field.mark() == Mark.CONFIRMED);
  }

  /** Whether a record may hold personal data. */
  public boolean isOfPeople() {
    return fields.stream().anyMatch(field -> field.kind().isPersonal());
  }

  /** Whether the field holds a measured value, which may be missing where the state says so. */
  public boolean isValueOfReading(String field) {
    return gives == Gives.READINGS && values.stream().anyMatch(v -> v.field().equals(field));
  }

  /** Whether the field must not be empty. */
  public boolean isNeeded(String field) {
    return fields.stream().anyMatch(f -> f.name().equals(field) && f.need() == Need.NEEDED);
  }

  /** How many fields a record has at most. */
  public int width() {
    return fields.size();
  }

  /** How many of them some systems leave out. */
  public int maybes() {
    return (int) fields.stream().filter(field -> field.need() == Need.MAYBE).count();
  }
}
