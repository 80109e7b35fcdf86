package io.minewatch.ingest.files.read;

import io.minewatch.ingest.files.layout.LocalTimes;
import io.minewatch.ingest.files.rows.BadField;
import io.minewatch.ingest.files.rows.Row;
import io.minewatch.ingest.files.table.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file cut into records, text or JSON alike.
 *
 * @param header fields as they came; of JSON, the send time alone
 * @param mine as the content names it, null if it does not
 * @param time the upload time as written
 */
record RawFile(
    List<String> header, @Nullable String mine, String time, List<RawRecord> records, int more) {
  /** One record, not yet checked. */
  interface RawRecord {
    /** Counts from 1 after the header. */
    int number();

    Row row(Format format, LocalTimes times) throws BadField;
  }

  RawFile {
    header = List.copyOf(header);
    records = List.copyOf(records);
  }
}
