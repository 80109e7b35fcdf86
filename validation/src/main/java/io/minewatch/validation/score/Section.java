package io.minewatch.validation.score;

import java.util.List;

/**
 * What came out for one recorded set.
 *
 * @param series which rows and columns were judged
 * @param rule the parameters and how they were chosen
 * @param truth what counts as true, and what the naive baseline is
 */
public record Section(
    String title, String series, String rule, String truth, List<Figure> figures) {
  public Section {
    figures = List.copyOf(figures);
  }
}
