package io.minewatch.ingest.files.write;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.layout.LocalTimes;
import io.minewatch.ingest.files.table.Field;
import io.minewatch.ingest.files.table.Format;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes any text format from its table: fields that a record does not tell stay empty. Refuses a
 * text that holds a mark of the file; there is no way to escape one.
 */
public final class SheetWriter {
  private final Dialect dialect;
  private final LocalTimes times;

  public SheetWriter(Dialect dialect, LocalTimes times) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.times = Objects.requireNonNull(times, "times");
  }

  /**
   * Writes a file.
   *
   * @param header values of the header's fields by name; mine and time are known
   * @throws IllegalArgumentException if a text holds a mark of the file
   */
  public WrittenFile write(
      Format format,
      MineCode mine,
      Instant made,
      Map<String, String> header,
      List<Map<String, String>> records) {
    Map<String, String> head = new HashMap<>(header);
    head.put("mine", mine.value());
    head.put("time", times.write(made));
    StringBuilder text = new StringBuilder(64 + records.size() * 96);
    append(text, format.header(), head);
    List<String> names = format.fields().stream().map(Field::name).toList();
    records.forEach(record -> append(text, names, record));
    text.append(dialect.end());
    String name =
        mine + "_" + dialect.prefix() + format.type() + "_" + times.writeDigits(made) + ".txt";
    return new WrittenFile(name, text.toString().getBytes(dialect.charset()));
  }

  private void append(StringBuilder text, List<String> names, Map<String, String> values) {
    List<String> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(checked(name, values.getOrDefault(name, "")));
    }
    text.append(String.join(";", fields)).append(dialect.separator());
  }

  private String checked(String name, String value) {
    boolean marked =
        value.indexOf(';') >= 0
            || value.indexOf(dialect.separator()) >= 0
            || value.contains(dialect.end())
            || value.indexOf('\n') >= 0
            || value.indexOf('\r') >= 0;
    if (marked) {
      throw new IllegalArgumentException("field '" + name + "' holds a mark of the file");
    }
    return value;
  }
}
