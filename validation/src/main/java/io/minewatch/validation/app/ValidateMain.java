package io.minewatch.validation.app;

import io.minewatch.validation.check.Check;
import io.minewatch.validation.check.CorridorCheck;
import io.minewatch.validation.check.FaultCheck;
import io.minewatch.validation.check.HatCheck;
import io.minewatch.validation.check.MethaneCheck;
import io.minewatch.validation.check.SlopeCheck;
import io.minewatch.validation.check.SyntheticSlopeCheck;
import io.minewatch.validation.check.WaterCheck;
import io.minewatch.validation.report.Markdown;
import io.minewatch.validation.score.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the detectors over the recorded sets and writes the page about it. */
public final class ValidateMain {
  /** Names the folder of the recordings where the command line does not. */
  public static final String RECORDINGS = "MINEWATCH_RECORDINGS";

  private static final int SLOPES = 300;

  private static final String USAGE =
      "usage: ./minewatch validate [--recordings DIR] [--out FILE]; or set " + RECORDINGS;

  private ValidateMain() {}

  /** The sets in the order of the page. */
  static List<Check> checks() {
    return List.of(
        new MethaneCheck(),
        new FaultCheck(),
        new SlopeCheck(),
        new SyntheticSlopeCheck(SLOPES),
        new WaterCheck(),
        new CorridorCheck(),
        new HatCheck());
  }

  /** Exits with 2 for a wrong command line, with 1 where there are no recordings at all. */
  public static void main(String[] arguments) throws IOException {
    String recordings = System.getenv(RECORDINGS);
    String out = "docs/validation.md";
    for (int i = 0; i < arguments.length; i += 2) {
      boolean known = arguments[i].equals("--recordings") || arguments[i].equals("--out");
      if (!known || i + 1 == arguments.length) {
        System.err.println(USAGE);
        System.exit(2);
      }
      recordings = arguments[i].equals("--recordings") ? arguments[i + 1] : recordings;
      out = arguments[i].equals("--out") ? arguments[i + 1] : out;
    }
    Path folder = folder(recordings);
    if (folder == null) {
      System.err.println(
          "validate: there is no folder of recordings at '"
              + (recordings == null ? "" : recordings)
              + "'\n"
              + USAGE);
      System.exit(1);
      return;
    }
    String page = page(folder, checks(), Clock.systemUTC());
    Files.writeString(Path.of(out), page, StandardCharsets.UTF_8);
    System.out.println(page);
    System.out.println("written to " + out);
  }

  private static @Nullable Path folder(@Nullable String recordings) {
    Path folder = recordings == null || recordings.isBlank() ? null : Path.of(recordings);
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }

  /** Runs every check whose folder is there; the others are named as not run. */
  static String page(Path recordings, List<Check> checks, Clock clock) throws IOException {
    List<Section> sections = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Check check : checks) {
      if (Files.isDirectory(recordings.resolve(check.folder()))) {
        sections.add(check.run(recordings));
      } else {
        skipped.add(check.folder() + ": the folder is not there");
      }
    }
    return Markdown.page(LocalDate.now(clock).toString(), sections, skipped);
  }
}
