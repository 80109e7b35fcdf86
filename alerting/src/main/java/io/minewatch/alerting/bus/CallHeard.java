package io.minewatch.alerting.bus;

import io.minewatch.domain.feed.CallReceipt;
import io.minewatch.domain.reading.MineCode;

/**
 * What a device said of a call, and under which mine it said so.
 *
 * @param mine of the topic: the broker lets nobody publish under another's
 */
public record CallHeard(MineCode mine, CallReceipt receipt) {}
