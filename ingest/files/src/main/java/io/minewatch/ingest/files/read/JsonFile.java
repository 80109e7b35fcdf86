package io.minewatch.ingest.files.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.minewatch.ingest.files.found.RecordFault;
import io.minewatch.ingest.files.layout.LocalTimes;
import io.minewatch.ingest.files.layout.SheetReader;
import io.minewatch.ingest.files.rows.BadField;
import io.minewatch.ingest.files.rows.Row;
import io.minewatch.ingest.files.table.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form: {@code {"send_time":…,"data":[{…},…]}}, nested objects flattened by dots. */
final class JsonFile {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxStringLength(65_536)
                  .maxNameLength(64)
                  .maxNumberLength(64)
                  .maxDocumentLength(FileReader.MAX_BYTES)
                  .build())
          .build();

  /**
   * Read when it is asked for: the values of a whole file at once would take many times its size.
   *
   * @param text of the file, shared by all its records
   * @param to not above {@code from} if there is no object
   */
  private record JsonRecord(int number, String text, int from, int to)
      implements RawFile.RawRecord {
    @Override
    public Row row(Format format, LocalTimes times) throws BadField {
      if (to <= from) {
        throw BadField.of(RecordFault.NOT_A_RECORD, "an object was expected");
      }
      Map<String, String> values = new HashMap<>();
      try (JsonParser in = JSON.createParser(text.substring(from, to))) {
        in.nextToken();
        flatten(in, "", values);
      } catch (IOException e) {
        throw BadField.of(RecordFault.NOT_A_RECORD, "an object that cannot be read");
      }
      return Row.of(format, values, times);
    }
  }

  private final List<RawFile.RawRecord> records = new ArrayList<>();
  private int more;
  private String time = "";
  private @Nullable String mine;

  private final String text;

  private JsonFile(String text) {
    this.text = text;
  }

  /** Whether it does not end too early. */
  static boolean isWhole(String text) {
    try {
      read(text);
      return true;
    } catch (JsonEOFException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * The records of a text.
   *
   * @throws JsonEOFException if it ends too early
   * @throws IOException if it is not of this form
   */
  static RawFile read(String text) throws IOException {
    JsonFile file = new JsonFile(text);
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() == null) {
        throw new JsonEOFException(in, JsonToken.NOT_AVAILABLE, "nothing");
      }
      file.readTop(in);
    }
    return new RawFile(List.of(file.time), file.mine, file.time, file.records, file.more);
  }

  private void readTop(JsonParser in) throws IOException {
    require(in.currentToken() == JsonToken.START_OBJECT, "a file is an object");
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = String.valueOf(in.currentName());
      JsonToken value = in.nextToken();
      if (name.equals("data")) {
        require(value == JsonToken.START_ARRAY, "data is an array");
        readRecords(in);
      } else if (name.equals("send_time") && value.isScalarValue()) {
        time = in.getText().strip();
      } else if (name.equals("open_pit_no") && value.isScalarValue()) {
        mine = in.getText().strip();
      } else {
        in.skipChildren();
      }
    }
    require(in.nextToken() == null, "something follows the file");
  }

  private void readRecords(JsonParser in) throws IOException {
    int number = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      number++;
      boolean object = in.currentToken() == JsonToken.START_OBJECT;
      int from = (int) in.currentTokenLocation().getCharOffset();
      in.skipChildren();
      int to = object ? (int) in.currentLocation().getCharOffset() : from;
      if (records.size() == SheetReader.MAX_RECORDS) {
        more++;
      } else {
        records.add(new JsonRecord(number, text, from, to));
      }
    }
  }

  private static void flatten(JsonParser in, String prefix, Map<String, String> into)
      throws IOException {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String path = prefix + in.currentName();
      JsonToken value = in.nextToken();
      if (value == JsonToken.START_OBJECT) {
        flatten(in, path + ".", into);
      } else if (value == JsonToken.START_ARRAY) {
        in.skipChildren();
      } else if (value != JsonToken.VALUE_NULL && into.size() < SheetReader.MAX_FIELDS) {
        into.put(path, in.getText());
      }
    }
  }

  private static void require(boolean condition, String what) throws IOException {
    if (!condition) {
      throw new IOException(what);
    }
  }
}
