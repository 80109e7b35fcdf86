package io.minewatch.domain.plan;

import java.util.Objects;

/**
 * Where a safety number comes from.
 *
 * @param pack file name of the rule pack
 * @param clause regulation and article, as a person would cite it
 * @param date since when it applies, as written in the pack (ISO date)
 * @param confidence how well it is known
 */
public record Source(String pack, String clause, String date, Confidence confidence) {
  public Source {
    require(pack, "pack");
    require(clause, "clause");
    require(date, "date");
    Objects.requireNonNull(confidence, "confidence");
  }

  private static void require(String text, String name) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("a source needs its " + name);
    }
  }
}
