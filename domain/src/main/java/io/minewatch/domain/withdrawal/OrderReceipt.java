package io.minewatch.domain.withdrawal;

import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.Objects;

/**
 * What an underground system says it did with an order: on the mine's topic {@code orders/receipt}.
 * That people have heard it is not said by this; that they are out, only the head count says.
 *
 * @param system which one, in the mine's own words
 * @param by what kind it is
 * @param at when, by the system's clock
 * @param detail why not, or how many tags; empty for nothing
 */
public record OrderReceipt(
    MineCode mine, OrderId order, String system, By by, State state, Instant at, String detail) {
  /** Longest name of a system, and longest detail. */
  public static final int MAX_TEXT = 200;

  /** How an order reaches people. */
  public enum By {
    BROADCAST,
    LAMP,
    TAG,
    SIREN
  }

  /** How far it has come. */
  public enum State {
    TAKEN,
    PLAYED,
    FAILED
  }

  public OrderReceipt {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
    detail = Objects.requireNonNullElse(detail, "");
    if (system.isBlank() || system.length() > MAX_TEXT || detail.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "a receipt names its system in at most " + MAX_TEXT + " characters, and its detail too");
    }
  }
}
