package io.minewatch.ingest.files.found;

import io.minewatch.domain.reading.ReadingBatch;
import java.util.List;

/**
 * As many readings as one message carries, with the states as the mine's system wrote them.
 *
 * @param batch owned by the taker
 * @param rawStates one for each reading of the batch, empty where the format has none
 */
public record ReadingPack(ReadingBatch batch, List<String> rawStates) {
  public ReadingPack {
    rawStates = List.copyOf(rawStates);
    if (rawStates.size() != batch.size()) {
      throw new IllegalArgumentException(
          batch.size() + " readings with " + rawStates.size() + " raw states");
    }
  }
}
