package io.minewatch.alerting.api;

import io.minewatch.series.note.RewriteCount;
import java.util.List;

/** What readings of a mine were told twice, differently, of late; empty where nothing is kept. */
@FunctionalInterface
public interface RewrittenOf {
  /** By gateway, point and cause. */
  List<RewriteCount> mine(String mine);
}
