package io.minewatch.validation.app;

import io.minewatch.domain.plan.Rule;
import io.minewatch.validation.check.Check;
import io.minewatch.validation.check.CorridorCheck;
import io.minewatch.validation.check.FaultCheck;
import io.minewatch.validation.check.HatCheck;
import io.minewatch.validation.check.MethaneCheck;
import io.minewatch.validation.check.ReconcileCheck;
import io.minewatch.validation.check.SealCheck;
import io.minewatch.validation.check.ShippedMethane;
import io.minewatch.validation.check.SlopeCheck;
import io.minewatch.validation.check.SyntheticSlopeCheck;
import io.minewatch.validation.check.WaterCheck;
import io.minewatch.validation.report.Markdown;
import io.minewatch.validation.score.Section;
import io.minewatch.validation.shipped.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the detectors over the recorded sets and writes the page about it. */
public final class ValidateMain {
  /** Names the folder of the recordings where the command line does not. */
  public static final String RECORDINGS = "MINEWATCH_RECORDINGS";

  /** Names the folder of the rule packs where the command line does not. */
  public static final String RULES = "MINEWATCH_RULES";

  private static final Set<String> OPTIONS = Set.of("--recordings", "--rules", "--out");
  private static final int SLOPES = 300;
  private static final int MINES = 60;

  private static final String USAGE =
      "usage: ./minewatch validate [--recordings DIR] [--rules DIR] [--out FILE]; or set "
          + RECORDINGS
          + " and "
          + RULES;

  private ValidateMain() {}

  /** The sets in the order of the page. */
  static List<Check> checks(Path rules) {
    Shipped shipped = new Shipped(rules);
    List<Rule> people = shipped.people();
    return List.of(
        new MethaneCheck(),
        new ShippedMethane(rules),
        new FaultCheck(),
        new SlopeCheck(),
        new SyntheticSlopeCheck(SLOPES),
        new WaterCheck(),
        new CorridorCheck(people),
        new HatCheck(people),
        new SealCheck(shipped.seal(), MINES),
        new ReconcileCheck(shipped.books(), MINES));
  }

  /** Exits with 2 for a wrong command line, with 1 where there are no recordings at all. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
        System.err.println(USAGE);
        System.exit(2);
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    String recordings = given.getOrDefault("--recordings", System.getenv(RECORDINGS));
    String rules = given.getOrDefault("--rules", System.getenv().getOrDefault(RULES, "rules"));
    String out = given.getOrDefault("--out", "docs/validation.md");
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
    String page = page(folder, checks(Path.of(rules)), Clock.systemUTC());
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
