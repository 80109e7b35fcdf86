package io.minewatch.validation.report;

import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import java.util.Collections;
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
      on the same rows. The numbers in the rules (8 usual steps, 6 readings, and so on) were settled
      while looking at these sets as a whole, so other series are the harder test. "better" says whether
      ours beats it; a **no** is a result too, and it stands.

      """;

  private Markdown() {}

  /** How often ours won, over all figures that have a baseline. */
  private static String tally(List<Section> sections) {
    List<String> all =
        sections.stream().flatMap(s -> s.figures().stream()).map(Figure::better).toList();
    return "In short: of "
        + all.stream().filter(b -> !b.isEmpty()).count()
        + " figures that have a baseline, "
        + Collections.frequency(all, Figure.YES)
        + " are better than it, "
        + Collections.frequency(all, Figure.SAME)
        + " the same and "
        + Collections.frequency(all, Figure.NO)
        + " worse.\n\n";
  }

  /**
   * Writes the page.
   *
   * @param day of the run
   * @param skipped which sets were not there
   */
  public static String page(String day, List<Section> sections, List<String> skipped) {
    StringBuilder page = new StringBuilder(HEAD.formatted(day)).append(tally(sections));
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
