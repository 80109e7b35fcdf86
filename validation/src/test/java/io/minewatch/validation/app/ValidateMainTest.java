package io.minewatch.validation.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.house.Recordings;
import io.minewatch.validation.check.Check;
import io.minewatch.validation.check.ReconcileCheck;
import io.minewatch.validation.check.SealCheck;
import io.minewatch.validation.check.SyntheticSlopeCheck;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateMainTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private static final Path RULES = Path.of("../rules");

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

  @Test
  void everySetThatIsThereCanBeRun() throws IOException {
    Path recordings = Recordings.folder();
    int ran = 0;
    for (Check check : ValidateMain.checks(RULES)) {
      if (check.folder().isEmpty() || !Files.isDirectory(recordings.resolve(check.folder()))) {
        continue;
      }
      Section section = check.run(recordings);
      assertThat(section.figures()).as(section.title()).isNotEmpty();
      assertNoRedOnNoise(section);
      ran++;
    }
    assertThat(ran).as("sets found in " + recordings).isPositive();
  }

  /** The two landslides are noisy and never failed; the pit wall really is speeding up. */
  private static void assertNoRedOnNoise(Section section) {
    section.figures().stream()
        .filter(f -> f.what().matches("Ba.*red values away from any step"))
        .forEach(f -> assertThat(f.ours()).as(f.what()).isEqualTo("0"));
  }
}
