package io.minewatch.ingest.files.read;

import io.minewatch.ingest.files.layout.LocalTimes;
import io.minewatch.ingest.files.layout.Sheet;
import io.minewatch.ingest.files.layout.SheetReader;
import io.minewatch.ingest.files.rows.BadField;
import io.minewatch.ingest.files.rows.Row;
import io.minewatch.ingest.files.table.Format;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text form. The national header begins with the mine, the regional variant with the time. */
final class TextFile {
  private record TextRecord(Sheet.Line line) implements RawFile.RawRecord {
    @Override
    public int number() {
      return line.number();
    }

    @Override
    public Row row(Format format, LocalTimes times) throws BadField {
      return Row.of(format, line.fields(), times);
    }
  }

  private TextFile() {}

  /** The records of a body, or null if it does not begin with a header. */
  static @Nullable RawFile read(String body, Format format, LocalTimes times) {
    Sheet sheet = SheetReader.cut(body, format.header().size(), times);
    if (sheet == null) {
      return null;
    }
    String time = "";
    for (String field : sheet.header()) {
      time = times.read(field) == null ? time : field;
    }
    String first = sheet.header().get(0);
    List<RawFile.RawRecord> records = new ArrayList<>();
    sheet.records().forEach(line -> records.add(new TextRecord(line)));
    String mine = times.read(first) == null ? first : null;
    return new RawFile(sheet.header(), mine, time, records, sheet.more());
  }
}
