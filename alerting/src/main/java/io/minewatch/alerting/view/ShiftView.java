package io.minewatch.alerting.view;

import io.minewatch.alerting.shift.Handover;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shift that was handed over, as it stands. Times are wall time.
 *
 * @param giverName masked for who is no staff of the scope; the account where it is gone
 * @param takerName the same of who took it
 * @param receiver masked like the names
 * @param isYours whether the reader gave it
 * @param isOfScope whether the reader is of this very scope, and may take it if nobody has
 */
public record ShiftView(
    String id,
    String scope,
    Handover.Standing standing,
    String giver,
    String giverName,
    Instant given,
    String receiver,
    String notes,
    @Nullable String taker,
    @Nullable String takerName,
    @Nullable Instant taken,
    String remarks,
    @Nullable Instant withdrawn,
    boolean isYours,
    boolean isOfScope) {
  /**
   * The same with what was open when it was given.
   *
   * @param isAsGiven whether the ledger proves that scope, giver, time, receiver, notes and what
   *     was open are as they were given; what was said when it was taken is not looked at
   */
  public record Whole(ShiftView shift, OpenMatters matters, boolean isAsGiven) {}
}
