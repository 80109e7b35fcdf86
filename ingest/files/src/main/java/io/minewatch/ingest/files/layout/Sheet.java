package io.minewatch.ingest.files.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text file cut into fields; nothing is known of their meaning yet.
 *
 * @param records in the order of the file; a record that was blank is not among them
 * @param more records beyond {@link SheetReader#MAX_RECORDS}, not kept
 */
public record Sheet(List<String> header, List<Line> records, int more) {
  /**
   * One record.
   *
   * @param number counts from 1 after the header, blank ones too
   * @param fields null if there are more than {@link SheetReader#MAX_FIELDS}
   */
  public record Line(int number, @Nullable List<String> fields) {
    public Line {
      fields = fields == null ? null : List.copyOf(fields);
    }
  }

  public Sheet {
    header = List.copyOf(header);
    records = List.copyOf(records);
  }
}
