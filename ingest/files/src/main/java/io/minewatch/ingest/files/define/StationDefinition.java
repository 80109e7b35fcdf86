package io.minewatch.ingest.files.define;

import java.util.Map;
import java.util.Objects;

/**
 * A station of the personnel system or a substation of the safety system.
 *
 * @param name what it is called, else where it stands
 * @param told all other fields that were not empty, by field name
 */
public record StationDefinition(String code, String name, Map<String, String> told) {
  public StationDefinition {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    told = Map.copyOf(told);
  }
}
