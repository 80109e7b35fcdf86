package io.minewatch.ingest.files.define;

import io.minewatch.domain.place.ZoneId;
import java.util.Objects;

/**
 * An area as {@code RYQY} defines it.
 *
 * @param people the allowed head count, {@link #NOT_TOLD} if the file does not say
 */
public record ZoneDefinition(ZoneId id, String kind, String name, int people) {
  public static final int NOT_TOLD = -1;

  public ZoneDefinition {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    if (people < NOT_TOLD) {
      throw new IllegalArgumentException("zone " + id + ": a head count is not negative");
    }
  }
}
