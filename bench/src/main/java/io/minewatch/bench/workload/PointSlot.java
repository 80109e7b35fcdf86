package io.minewatch.bench.workload;

import io.minewatch.bench.script.PointKind;

/** A measuring point of a mine: its name and what it measures. */
public record PointSlot(String name, PointKind kind) {}
