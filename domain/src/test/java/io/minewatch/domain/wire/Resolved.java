package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.reading.ReadingBatch;
import java.util.ArrayList;
import java.util.List;

/** What a SenML pack resolves to, a line a record: name, unit, measured (epoch ms), value. */
final class Resolved {
  static final long RECEIVED = 1_767_225_601_000L;

  private Resolved() {}

  /** Of a pack of which nothing is refused. */
  static List<String> records(byte[] pack, String contentType) throws WireException {
    List<RefusedRecord> refused = new ArrayList<>();
    List<String> records = records(pack, contentType, refused);
    assertThat(refused).isEmpty();
    return records;
  }

  static List<String> records(byte[] pack, String contentType, List<RefusedRecord> refused)
      throws WireException {
    ReadingBatch batch = new ReadingBatch();
    Senml.read(pack, contentType, new Senml.Filling("", RECEIVED, batch, refused));
    List<String> records = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      records.add(
          batch.point(i)
              + " "
              + batch.unit(i)
              + " "
              + batch.measuredMillis(i)
              + " "
              + batch.value(i));
    }
    return records;
  }
}
