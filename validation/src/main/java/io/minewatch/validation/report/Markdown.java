package io.minewatch.validation.report;

import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import java.util.List;

/** The page that says how the detectors did. */
public final class Markdown {
  private static final String HEAD =
      """
      # Validation: the detectors on recorded series

      Written by `./minewatch validate --recordings DIR`; do not edit. Run of %s.
      The recordings are not part of the product (their licences are not all clear); each section
      names what was read.

      Every detector runs with one set of parameters for each kind of series, chosen by the rule that
      stands in the section, not tuned to a file. Beside each figure stands what a naive baseline does
      on the same rows. "better" says whether ours beats it; a **no** is a result too, and it stands.

      """;

  private Markdown() {}

  /**
   * Writes the page.
   *
   * @param day of the run
   * @param skipped which sets were not there
   */
  public static String page(String day, List<Section> sections, List<String> skipped) {
    StringBuilder page = new StringBuilder(HEAD.formatted(day));
    for (Section section : sections) {
      page.append("## ").append(section.title()).append("\n\n");
      page.append("- Series: ").append(section.series()).append('\n');
      page.append("- Rule: ").append(section.rule()).append('\n');
      page.append("- Truth and baseline: ").append(section.truth()).append("\n\n");
      page.append("| what | ours | naive | better |\n|---|---|---|---|\n");
      for (Figure figure : section.figures()) {
        page.append("| ").append(figure.what()).append(" | ").append(figure.ours());
        page.append(" | ").append(figure.naive()).append(" | ").append(figure.better());
        page.append(" |\n");
      }
      page.append('\n');
    }
    if (!skipped.isEmpty()) {
      page.append("## Not run\n\n");
      skipped.forEach(line -> page.append("- ").append(line).append('\n'));
    }
    return page.toString().stripTrailing() + "\n";
  }
}
