package io.minewatch.ingest.gateway.forward;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one job's receipts cover, and whether they move. */
final class Cover {
  private Spans covered = new Spans();
  private Spans missing = new Spans();
  private @Nullable Receipt latest;
  private boolean spoken;
  private @Nullable Instant stillSince;
  private int probes;

  /**
   * Takes a receipt; the newest one counts, also if it covers less than the one before: then the
   * job has gone back to an older state.
   *
   * @return false if it is the one that we have, delivered again
   */
  boolean take(Receipt receipt) {
    spoken = true;
    if (receipt.equals(latest)) {
      return false;
    }
    latest = receipt;
    Spans now = new Spans();
    Spans gaps = new Spans();
    if (receipt.through() >= 0) {
      now.add(0, receipt.through());
    }
    for (Receipt.Gap gap : receipt.gaps()) {
      if (gap.from() <= receipt.through()) {
        gaps.add(gap.from(), Math.min(gap.to(), receipt.through()));
      }
    }
    now.removeAll(gaps);
    if (!now.equals(covered)) {
      stillSince = null;
      probes = 0;
    }
    covered = now;
    missing = gaps;
    return true;
  }

  Spans covered() {
    return covered;
  }

  /** What the latest receipt asks for. */
  Spans missing() {
    return missing;
  }

  /** Whether a receipt has come over the present connection. */
  boolean hasSpoken() {
    return spoken;
  }

  void connectedAnew() {
    spoken = false;
    stillSince = null;
  }

  /** Whether it has stood still for too long; counts the probe that follows. */
  boolean isStalled(boolean owes, Instant now, ForwardRules.Again rules) {
    if (!owes) {
      stillSince = null;
      return false;
    }
    if (stillSince == null) {
      stillSince = now;
    }
    Duration wait = rules.stall();
    for (int i = 0; i < probes && wait.compareTo(rules.stallCap()) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    if (wait.compareTo(rules.stallCap()) > 0) {
      wait = rules.stallCap();
    }
    if (now.isBefore(stillSince.plus(wait))) {
      return false;
    }
    probes++;
    stillSince = now;
    return true;
  }
}
