package io.minewatch.ingest.files.define;

import io.minewatch.domain.place.CardId;
import java.util.Map;
import java.util.Objects;

/**
 * A person and the card, as {@code RYXX} defines them. Personal data: prints itself masked.
 *
 * @param leader whether the file says that this is a mine leader
 * @param told all other fields that were not empty, by field name
 */
public record PersonDefinition(
    CardId card,
    String name,
    String job,
    String department,
    boolean leader,
    Map<String, String> told) {
  public PersonDefinition {
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(department, "department");
    told = Map.copyOf(told);
  }

  @Override
  public String toString() {
    return "Person[" + Masked.card(card.value()) + ", " + Masked.name(name) + "]";
  }
}
