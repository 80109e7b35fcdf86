package io.minewatch.ingest.files.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text file cut into records; nothing is known of their meaning yet.
 *
 * @param records in the order of the file; a record that was blank is not among them
 * @param more records beyond {@link SheetReader#MAX_RECORDS}, not kept
 */
public record Sheet(List<String> header, List<Line> records, int more) {
  /**
   * One record, cut into fields when they are asked for: those of a whole file at once would take
   * many times its size.
   *
   * @param number counts from 1 after the header, blank ones too
   * @param body the text of the file, shared by all its records
   */
  public record Line(int number, String body, int from, int to) {
    /** Null if there are more than {@link SheetReader#MAX_FIELDS}. */
    public @Nullable List<String> fields() {
      List<String> fields = SheetReader.fields(body.substring(from, to).strip());
      return fields.size() > SheetReader.MAX_FIELDS ? null : List.copyOf(fields);
    }

    @Override
    public String toString() {
      return number + ": " + from + " to " + to;
    }
  }

  public Sheet {
    header = List.copyOf(header);
    records = List.copyOf(records);
  }
}
