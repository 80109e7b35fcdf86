package io.minewatch.judge.feed;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;

/**
 * Where a message came from.
 *
 * @param session empty if the sender numbers nothing
 * @param sequence -1 if the sender numbers nothing
 * @param received when it reached us, milliseconds since 1970 UTC
 */
public record Origin(
    String topic, GatewayId gateway, String session, long sequence, Lane lane, long received) {}
