package io.minewatch.domain.feed;

import java.time.Instant;
import java.util.Objects;

/**
 * What a system at the mine says became of a call. No device can confirm: that a lamp flashed is no
 * answer of a human.
 *
 * @param id of the attempt
 * @param device which one, as the mine calls it
 * @param at wall time of the device
 */
public record CallReceipt(String id, What what, String device, Instant at) {
  /** What became of it. */
  public enum What {
    /** It was played, shown or felt. */
    DELIVERED,
    FAILED
  }

  public CallReceipt {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(at, "at");
  }
}
