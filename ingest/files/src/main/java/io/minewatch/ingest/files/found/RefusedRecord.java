package io.minewatch.ingest.files.found;

import java.util.Objects;

/**
 * A record that was refused; its neighbours were not.
 *
 * @param line counts records from 1 after the header
 * @param field the name of the field, empty if the record as a whole
 * @param detail for a person; holds no personal data
 */
public record RefusedRecord(String file, int line, String field, RecordFault fault, String detail) {
  public RefusedRecord {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(fault, "fault");
    Objects.requireNonNull(detail, "detail");
  }

  @Override
  public String toString() {
    return file + ", record " + line + ", field '" + field + "': " + fault + ", " + detail;
  }
}
