package io.minewatch.domain.wire;

import io.minewatch.domain.reading.ReadingBatch;
import java.util.ArrayList;
import java.util.List;

/** What a SenML pack resolves to, a line a record: name, unit, measured (epoch ms), value. */
final class Resolved {
  static final long RECEIVED = 1_767_225_601_000L;

  private Resolved() {}

  static List<String> records(byte[] pack, String contentType) throws WireException {
    ReadingBatch batch = new ReadingBatch();
    Senml.read(pack, contentType, "", RECEIVED, batch);
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
