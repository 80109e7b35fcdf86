package io.minewatch.validation.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.house.Recordings;
import io.minewatch.validation.check.Check;
import io.minewatch.validation.check.ReconcileCheck;
import io.minewatch.validation.check.SealCheck;
import io.minewatch.validation.check.SyntheticSlopeCheck;
import io.minewatch.validation.report.Markdown;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateMainTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private static final Path RULES = Path.of("../rules");
  private static final Path PAGE = Path.of("../docs/validation.md");
  private static final String RED = ": red values away from any step";

  /** By slope point; of all others none. */
  private static final Map<String, String> KNOWN_RED = Map.of("pit prism TP07", "3");

  @TempDir Path empty;

  @Test
  void namesEverySetThatIsNotThereAndRunsTheRest() throws IOException {
    List<Check> checks =
        ValidateMain.checks(RULES).stream()
            .filter(c -> !(c instanceof ReconcileCheck || c instanceof SealCheck))
            .map(c -> c.folder().isEmpty() ? new SyntheticSlopeCheck(30) : c)
            .toList();
    String page = ValidateMain.page(empty, checks, NOON);

    assertThat(page).contains("Run of 2026-03-01", "## Made-up slopes that fail", "## Not run");
    assertThat(page).contains("In short: of 3 figures that have a baseline");
    for (Check check : checks) {
      if (!check.folder().isEmpty()) {
        assertThat(page).contains(check.folder() + ": the folder is not there");
      }
    }
  }

  @Test
  void theMadeUpSlopesReachTheStatedCoverage() {
    Section section = new SyntheticSlopeCheck(60).run(empty);

    List<Figure> coverages =
        section.figures().stream().filter(f -> f.what().contains("coverage")).toList();
    assertThat(coverages).hasSize(3);
    for (Figure coverage : coverages) {
      double reached = Double.parseDouble(coverage.ours().split(" ", 2)[0]);
      assertThat(reached).as(coverage.what()).isGreaterThan(0.88);
    }
  }

  /**
   * All sets are run once for this: what a reader of the page is told is what the command writes.
   */
  @Test
  void thePageIsWhatTheCommandWritesAndNothingIsRedOnNoise() throws IOException {
    Path recordings = Recordings.folder();
    List<Section> sections = new ArrayList<>();
    List<Check> checks = ValidateMain.checks(RULES);
    for (Check check : checks) {
      boolean there =
          check.folder().isEmpty() || Files.isDirectory(recordings.resolve(check.folder()));
      if (there) {
        Section section = check.run(recordings);
        assertThat(section.figures()).as(section.title()).isNotEmpty();
        assertThatRedIs(section);
        sections.add(section);
      }
    }
    if (sections.size() < checks.size()) {
      System.out.println("SKIPPED: not every set is in " + recordings);
    }
    Assumptions.assumeTrue(sections.size() == checks.size());
    String page = Markdown.page("", sections, List.of());
    String stored = Files.readString(PAGE);
    if (!undated(stored).equals(undated(page)) && Boolean.getBoolean("minewatch.write-docs")) {
      String today =
          LocalDate.now(Clock.systemUTC()).toString(); // of this run, as the command does
      Files.writeString(PAGE, Markdown.page(today, sections, List.of()));
      return;
    }
    assertThat(undated(stored))
        .as("docs/validation.md; write it with -Dminewatch.write-docs=true, do not edit it")
        .isEqualTo(undated(page));
  }

  /** The day of a run says nothing of what came of it. */
  private static String undated(String page) {
    return page.replaceFirst("Run of [-0-9]*\\.", "Run.");
  }

  /**
   * Of every slope point. The two landslides are noisy and never failed. The pit wall really speeds
   * up over the years: its three red values are told as what they are, and no more may come.
   */
  private static void assertThatRedIs(Section section) {
    for (Figure figure : section.figures()) {
      if (figure.what().endsWith(RED)) {
        String point = figure.what().substring(0, figure.what().length() - RED.length());
        assertThat(figure.ours()).as(figure.what()).isEqualTo(KNOWN_RED.getOrDefault(point, "0"));
      }
    }
  }
}
