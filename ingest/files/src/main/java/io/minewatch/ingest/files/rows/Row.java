package io.minewatch.ingest.files.rows;

import io.minewatch.domain.reading.Name;
import io.minewatch.ingest.files.found.RecordFault;
import io.minewatch.ingest.files.layout.DecodedText;
import io.minewatch.ingest.files.layout.LocalTimes;
import io.minewatch.ingest.files.table.Field;
import io.minewatch.ingest.files.table.FieldKind;
import io.minewatch.ingest.files.table.Format;
import io.minewatch.ingest.files.table.Need;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One record whose fields are all of their kinds. */
public final class Row {
  /** What the systems write where no threshold is set. */
  public static final double NOT_SET = -0.01;

  private static final String NO_TIME = "xxxx-xx-xx xx:xx:xx";

  private final Format format;
  private final Map<String, String> values;
  private final LocalTimes times;

  private Row(Format format, Map<String, String> values, LocalTimes times) {
    this.format = format;
    this.values = values;
    this.times = times;
  }

  /** A record of a text file. */
  public static Row of(Format format, @Nullable List<String> fields, LocalTimes times)
      throws BadField {
    if (fields == null) {
      throw new BadField("", RecordFault.WRONG_COUNT, "too many fields");
    }
    int count = fields.size();
    while (count > format.width() && fields.get(count - 1).isEmpty()) {
      count--; // a separator behind the last field
    }
    int least = format.width() - format.maybes();
    if (count != format.width() && count != least) {
      throw new BadField(
          "",
          RecordFault.WRONG_COUNT,
          count + " fields where " + format.type() + " has " + format.width());
    }
    boolean separatorBehind =
        count == least + 1 && count == format.width() && fields.get(count - 1).isEmpty();
    if (separatorBehind && leavesOut(format, fields.subList(0, count), times)) {
      count = least;
    }
    return checked(format, byName(format, fields, count < format.width()), times);
  }

  /**
   * Whether the field that some systems leave out is left out of a record that has a separator
   * behind its last field, and so as many fields as one that has it. Every field of ours must be of
   * its kind one field sooner; and the last must hold something, else nothing tells the two apart.
   */
  private static boolean leavesOut(Format format, List<String> fields, LocalTimes times)
      throws BadField {
    Map<String, String> without = byName(format, fields, true);
    if (without.equals(byName(format, fields, false))) {
      return true;
    }
    try {
      checked(format, without, times);
    } catch (BadField e) {
      return false;
    }
    if (fields.get(fields.size() - 2).isEmpty()) {
      throw new BadField(
          "", RecordFault.WRONG_COUNT, "its last fields are empty: which is left out is not told");
    }
    return true;
  }

  private static Map<String, String> byName(Format format, List<String> fields, boolean without) {
    Map<String, String> values = new HashMap<>();
    int at = 0;
    for (Field field : format.fields()) {
      boolean left = without && field.need() == Need.MAYBE;
      values.put(field.name(), left ? "" : fields.get(at++));
    }
    return values;
  }

  /** A record of a JSON file, its values by path. */
  public static Row of(Format format, Map<String, String> byPath, LocalTimes times)
      throws BadField {
    Map<String, String> values = new HashMap<>();
    for (Field field : format.fields()) {
      values.put(field.name(), byPath.getOrDefault(format.keyOf(field), "").strip());
    }
    return checked(format, values, times);
  }

  private static Row checked(Format format, Map<String, String> values, LocalTimes times)
      throws BadField {
    Row row = new Row(format, values, times);
    for (Field field : format.fields()) {
      row.check(field);
    }
    return row;
  }

  private void check(Field field) throws BadField {
    String text = text(field.name());
    if (text.indexOf(DecodedText.DAMAGED) >= 0) {
      throw new BadField(field.name(), RecordFault.NOT_TEXT, "bytes that are no text");
    }
    if (format.isValueOfReading(field.name())) {
      return; // what it may be depends on the state
    }
    if (text.isEmpty()) {
      if (field.need() == Need.NEEDED) {
        throw new BadField(field.name(), RecordFault.MISSING, "must not be empty");
      }
      return;
    }
    boolean told = field.kind() == FieldKind.TIME && text.equalsIgnoreCase(NO_TIME);
    if (told && field.need() == Need.NEEDED) {
      throw new BadField(field.name(), RecordFault.MISSING, "must not be left open");
    }
    RecordFault fault = told ? null : fault(field.kind(), text);
    if (fault != null) {
      throw bad(field.name(), fault, "not of the kind " + field.kind());
    }
  }

  /**
   * A refusal that shows what stood in the field, unless the record is of people: with fields
   * swapped or shifted, a name may stand anywhere in it.
   */
  BadField bad(String field, RecordFault fault, String what) {
    return format.isOfPeople()
        ? new BadField(field, fault, what + " (not shown: the record is of people)")
        : BadField.showing(field, fault, what, text(field));
  }

  private @Nullable RecordFault fault(FieldKind kind, String text) {
    return switch (kind) {
      case TEXT, PERSON, STATE -> null;
      case CODE, CARD -> Name.isValid(text) ? null : RecordFault.NOT_A_CODE;
      case NUMBER, LIMIT -> Double.isNaN(Numbers.parse(text)) ? RecordFault.NOT_A_NUMBER : null;
      case WHOLE -> Numbers.whole(text) < 0 ? RecordFault.NOT_A_NUMBER : null;
      case TIME -> times.read(text) == null ? RecordFault.NOT_A_TIME : null;
    };
  }

  public Format format() {
    return format;
  }

  /** The field as written, empty if it is empty or the format has no such field. */
  public String text(String field) {
    return values.getOrDefault(field, "");
  }

  /** The field as a number, NaN if it is empty or none. */
  public double number(String field) {
    return Numbers.parse(text(field));
  }

  /** The field as a whole number, -1 if it is empty or none. */
  public int whole(String field) {
    return Numbers.whole(text(field));
  }

  /** The field as a time, null if it is empty or left open. */
  public @Nullable Instant time(String field) {
    return times.read(text(field));
  }

  /** A text within a field as a time, null if it is none. */
  @Nullable Instant instant(String text) {
    return times.read(text);
  }

  /** The field as a time that the format needs. */
  Instant neededTime(String field) throws BadField {
    Instant time = time(field);
    if (time == null) {
      throw new BadField(field, RecordFault.MISSING, "needs a time");
    }
    return time;
  }

  /** The thresholds that are set, by field. */
  SortedMap<String, Double> limits() {
    SortedMap<String, Double> limits = new TreeMap<>();
    for (Field field : format.fields()) {
      double value = number(field.name());
      if (field.kind() == FieldKind.LIMIT && !Double.isNaN(value) && value != NOT_SET) {
        limits.put(field.name(), value);
      }
    }
    return limits;
  }

  /** Every field that is not empty and not among the used ones. */
  Map<String, String> told(Set<String> used) {
    Map<String, String> told = new HashMap<>();
    values.forEach(
        (field, text) -> {
          if (!text.isEmpty() && !used.contains(field)) {
            told.put(field, text);
          }
        });
    return told;
  }
}
