package io.minewatch.ingest.staged;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When a card is read: where something happens to it at once, and every tag period from there. */
final class Reads {
  private Reads() {}

  /**
   * The times from the first happening on.
   *
   * @param happenings ascending
   */
  static List<Instant> of(Stage stage, List<Instant> happenings) {
    List<Instant> reads = new ArrayList<>();
    for (int i = 0; i < happenings.size(); i++) {
      Instant next = i + 1 < happenings.size() ? happenings.get(i + 1) : stage.until();
      Instant read = happenings.get(i);
      while (read.isBefore(next) && read.isBefore(stage.until())) {
        reads.add(read);
        read = read.plus(stage.plan().tagPeriod());
      }
    }
    return reads;
  }
}
