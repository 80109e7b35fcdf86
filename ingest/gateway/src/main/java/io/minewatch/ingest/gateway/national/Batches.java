package io.minewatch.ingest.gateway.national;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.files.found.FileReading;
import io.minewatch.ingest.files.found.PersonFix;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.util.List;

/** Makes messages of readings and positions, none too large. */
final class Batches {
  /** Readings in one message: well below what a message may have in bytes. */
  static final int A_MESSAGE = 500;

  /**
   * Positions in one message, each five times as long as a reading: a window of them is in memory.
   */
  static final int PEOPLE_A_MESSAGE = 100;

  private final Payloads payloads;

  Batches(Payloads payloads) {
    this.payloads = payloads;
  }

  void readings(List<FileReading> readings, List<WireMessage> into) {
    for (int from = 0; from < readings.size(); from += A_MESSAGE) {
      ReadingBatch batch = new ReadingBatch();
      for (FileReading reading :
          readings.subList(from, Math.min(readings.size(), from + A_MESSAGE))) {
        batch.add(
            reading.point().value(),
            reading.value(),
            reading.unit(),
            reading.at().toEpochMilli(),
            reading.quality());
      }
      into.add(payloads.readings(batch));
    }
  }

  static void positions(List<PersonFix> people, List<WireMessage> into) {
    for (int from = 0; from < people.size(); from += PEOPLE_A_MESSAGE) {
      List<Fix> fixes =
          people.subList(from, Math.min(people.size(), from + PEOPLE_A_MESSAGE)).stream()
              .map(PersonFix::fix)
              .toList();
      into.add(
          new WireMessage(
              Topic.Kind.POSITIONS, ContentTypes.JSON, Positions.write(fixes), fixes.size()));
    }
  }
}
