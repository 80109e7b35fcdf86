package io.minewatch.ingest.gateway.relay;

import io.minewatch.ingest.gateway.forward.ForwardRules;
import java.time.Duration;

/**
 * How the relay works.
 *
 * @param rules what is sent when
 * @param queueLimitBytes for the status message
 * @param commitInterval messages that come within so long share one synchronised write
 * @param commitBytes or until so many bytes are together
 * @param statusEvery between status messages
 * @param software what we call ourselves
 */
public record RelaySettings(
    ForwardRules rules,
    long queueLimitBytes,
    Duration commitInterval,
    long commitBytes,
    Duration statusEvery,
    String software) {
  public RelaySettings {
    if (commitInterval.isNegative() || commitInterval.toMillis() > 1_000) {
      throw new IllegalArgumentException(
          "a device waits for its write: commitInterval is 0 to 1 s, was " + commitInterval);
    }
    if (commitBytes < 1) {
      throw new IllegalArgumentException("commitBytes must be above 0, was " + commitBytes);
    }
    if (statusEvery.toMillis() < 1_000) {
      throw new IllegalArgumentException("statusEvery is at least 1 s, was " + statusEvery);
    }
  }
}
