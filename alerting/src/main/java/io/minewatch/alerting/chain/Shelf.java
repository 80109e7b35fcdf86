package io.minewatch.alerting.chain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An incident that was put aside: nobody is called for it until it returns.
 *
 * @param second who confirmed, null where one person was enough
 * @param until wall time at which it returns by itself
 */
public record Shelf(String by, @Nullable String second, String reason, Instant until) {
  public Shelf {
    Objects.requireNonNull(until, "until");
  }
}
