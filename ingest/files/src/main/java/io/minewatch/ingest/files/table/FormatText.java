package io.minewatch.ingest.files.table;

import io.minewatch.domain.reading.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables as text, one word after the other:
 *
 * <pre>
 * format  CDSS READINGS                  # the type in the file name, what it gives
 * also    TYPE ...                       # further names of the type
 * title   测点实时 | point values
 * header  mine name time
 * field   code CODE NEEDED CONFIRMED R40 测点编码 | point code
 * value   value BY_TYPE BY_FIELD MAIN    # field, measure, unit (or BY_DEFINITION), MAIN or BESIDE
 * key     code equip_no                  # the path of a field in JSON
 * alarm   OVERTIME                       # or BY_FIELD
 * note    anything
 * </pre>
 */
final class FormatText {
  private static final String BY_TYPE = "BY_TYPE";
  private static final String BY_FIELD = "BY_FIELD";

  private final List<Format> formats = new ArrayList<>();
  private List<String> types = new ArrayList<>();
  private @Nullable Gives gives;
  private Format.Title title = new Format.Title("", "");
  private List<String> header = List.of();
  private final List<Field> fields = new ArrayList<>();
  private final List<ValueColumn> values = new ArrayList<>();
  private final Map<String, String> keys = new HashMap<>();
  private @Nullable String alarm;
  private final List<String> notes = new ArrayList<>();

  private FormatText() {}

  static List<Format> parse(String text) {
    FormatText reader = new FormatText();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        reader.read(words(line), line);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalArgumentException("line " + (i + 1) + " '" + line + "': " + e, e);
      }
    }
    reader.finish();
    return reader.formats;
  }

  private static List<String> words(String line) {
    return List.of(line.split("\\s+", -1));
  }

  private void read(List<String> words, String line) {
    switch (words.get(0)) {
      case "format" -> {
        finish();
        types = new ArrayList<>(List.of(words.get(1)));
        gives = Gives.valueOf(words.get(2));
      }
      case "also" -> types.addAll(words.subList(1, words.size()));
      case "title" -> title = title(rest(line, 1));
      case "header" -> header = words.subList(1, words.size());
      case "field" -> fields.add(field(words, line));
      case "value" -> values.add(value(words));
      case "key" -> keys.put(words.get(1), words.get(2));
      case "alarm" -> alarm = words.get(1).equals(BY_FIELD) ? null : words.get(1);
      case "note" -> notes.add(rest(line, 1));
      default -> throw new IllegalArgumentException("no such word: " + words.get(0));
    }
  }

  private static Field field(List<String> words, String line) {
    Format.Title name = title(rest(line, 6));
    return new Field(
        words.get(1),
        FieldKind.valueOf(words.get(2)),
        Need.valueOf(words.get(3)),
        Mark.valueOf(words.get(4)),
        words.get(5),
        name.chinese(),
        name.english());
  }

  private static ValueColumn value(List<String> words) {
    Measure measure = words.get(2).equals(BY_TYPE) ? null : Measure.valueOf(words.get(2));
    String unit = words.get(3).equals(BY_FIELD) ? "" : words.get(3);
    return new ValueColumn(words.get(1), measure, unit, ValueColumn.Part.valueOf(words.get(4)));
  }

  private static Format.Title title(String text) {
    int bar = text.indexOf('|');
    return bar < 0
        ? new Format.Title(text, text)
        : new Format.Title(text.substring(0, bar).strip(), text.substring(bar + 1).strip());
  }

  /** The line after its first words. */
  private static String rest(String line, int wordsBefore) {
    String rest = line;
    for (int i = 0; i < wordsBefore; i++) {
      int at = 0;
      while (at < rest.length() && !Character.isWhitespace(rest.charAt(at))) {
        at++;
      }
      rest = rest.substring(at).strip();
    }
    return rest;
  }

  private void finish() {
    if (gives == null) {
      return;
    }
    formats.add(new Format(types, gives, title, header, fields, values, keys, alarm, notes));
    gives = null;
    title = new Format.Title("", "");
    header = List.of();
    fields.clear();
    values.clear();
    keys.clear();
    alarm = null;
    notes.clear();
  }
}
