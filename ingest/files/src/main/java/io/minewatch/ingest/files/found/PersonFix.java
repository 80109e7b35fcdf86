package io.minewatch.ingest.files.found;

import io.minewatch.domain.place.Fix;
import io.minewatch.ingest.files.define.Masked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A position of {@code RYSS} and what else its record says. Personal data: prints itself masked.
 *
 * @param track stations passed before, in the order of the file
 * @param told all other fields that were not empty, by field name
 */
public record PersonFix(Fix fix, String name, List<Passing> track, Map<String, String> told) {
  /** Most stations of one track that are kept. */
  public static final int MAX_TRACK = 1_000;

  /** A station and when it was passed. */
  public record Passing(String station, Instant at) {}

  public PersonFix {
    Objects.requireNonNull(fix, "fix");
    Objects.requireNonNull(name, "name");
    track = List.copyOf(track);
    told = Map.copyOf(told);
  }

  @Override
  public String toString() {
    return "PersonFix["
        + Masked.card(fix.card().value())
        + ", "
        + (fix.underground() ? "in " + fix.zone() : "out")
        + " at "
        + fix.at()
        + "]";
  }
}
