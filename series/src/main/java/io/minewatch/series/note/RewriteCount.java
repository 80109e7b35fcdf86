package io.minewatch.series.note;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;

/** How many conflicting rewrites of one point came by one gateway, of one look. */
public record RewriteCount(
    MineCode mine, GatewayId gateway, String point, Rewrite.Cause cause, long count) {}
