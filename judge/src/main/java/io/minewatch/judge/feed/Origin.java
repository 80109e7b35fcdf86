package io.minewatch.judge.feed;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Where a message came from.
 *
 * @param session empty if the sender numbers nothing
 * @param sequence -1 if the sender numbers nothing
 * @param received when it reached us, milliseconds since 1970 UTC
 * @param counted what its gateway counts; null if it does not
 */
public record Origin(
    String topic,
    GatewayId gateway,
    String session,
    long sequence,
    Lane lane,
    long received,
    @Nullable Counted counted) {
  /** Of a gateway that counts nothing. */
  public Origin(
      String topic, GatewayId gateway, String session, long sequence, Lane lane, long received) {
    this(topic, gateway, session, sequence, lane, received, null);
  }
}
