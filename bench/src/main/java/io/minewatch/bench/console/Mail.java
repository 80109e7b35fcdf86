package io.minewatch.bench.console;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;

/** Messages as the broker would hand them over. */
final class Mail {
  private Mail() {}

  static Envelope of(Topic topic, Object message) {
    return of(topic, Messages.write(message), ContentTypes.JSON);
  }

  /**
   * The same of bytes.
   *
   * @return received at the epoch: the service's own bus says when
   */
  static Envelope of(Topic topic, byte[] payload, String contentType) {
    return new Envelope(
        topic.toString(), payload, contentType, "", Envelope.NO_SEQUENCE, Lane.LIVE, 0);
  }
}
