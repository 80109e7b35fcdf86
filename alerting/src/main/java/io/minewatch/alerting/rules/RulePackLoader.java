package io.minewatch.alerting.rules;

import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the packs of a rules folder: the platform's own, which names the others, and one for each
 * regulation. A missing or contradictory row stops the start, and so does a pack that is named and
 * not there, or there and not named.
 */
public final class RulePackLoader {
  static final String PLATFORM = "platform.yaml";
  private static final String YAML = ".yaml";

  private RulePackLoader() {}

  /**
   * Loads the packs of a folder.
   *
   * @throws Problems.BadFiles naming file, row and clause of every problem
   */
  public static RulePacks load(Path folder) {
    Problems problems = new Problems();
    PlatformPack platform =
        PlatformPack.read(Fields.read(folder.resolve(PLATFORM), problems), PLATFORM);
    List<RulePacks.Regulation> regulations = new ArrayList<>();
    List<LimitRow> limits = new ArrayList<>();
    Others others = Others.NONE;
    for (String name : platform.packs()) {
      RegulationPack pack =
          new RegulationPack(name, Fields.read(folder.resolve(name + YAML), problems), problems);
      limits.addAll(pack.limits(platform.severities()));
      others = others.and(pack.others());
      regulations.add(pack.regulation());
    }
    refuseUnnamed(folder, platform.packs(), problems);
    problems.stopIfAny();
    return platform.with(regulations, limits, others);
  }

  /** The hash of each pack of a folder, by file: other rules have another hash. */
  public static Map<String, String> hashes(Path folder) {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(YAML)).toList()) {
        hashes.put(String.valueOf(file.getFileName()), Canonical.sha256(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the rules cannot be read", e);
    }
    return hashes;
  }

  private static void refuseUnnamed(Path folder, List<String> packs, Problems problems) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(YAML) && !name.equals(PLATFORM))
          .filter(name -> !name.equals(Guidance.FILE))
          .filter(name -> !packs.contains(name.substring(0, name.length() - YAML.length())))
          .sorted()
          .forEach(
              name -> problems.add(name, "is not among the packs that " + PLATFORM + " names"));
    } catch (IOException e) {
      problems.add(folder.toString(), "cannot be listed: " + e.getMessage());
    }
  }
}
