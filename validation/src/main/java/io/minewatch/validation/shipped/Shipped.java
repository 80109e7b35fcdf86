package io.minewatch.validation.shipped;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.reconcile.ReconcileRules;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.SilenceRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packs of a folder, and the plans that a registry resolves to under them. */
public final class Shipped {
  /** Every mine of a recording has this code; nothing rests on it. */
  static final String MINE = "140921021337";

  private static final String FACE = "face";
  private final RulePacks packs;

  /**
   * Reads the packs.
   *
   * @throws Problems.BadFiles naming all that is wrong with them
   */
  public Shipped(Path rules) {
    packs = RulePackLoader.load(rules);
  }

  /** A methane point of a coal face, as a registry declares one that reports at every period. */
  public record GasPoint(String id, String period, double noiseFloor) {
    private Map<String, Object> entry() {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("id", id);
      entry.put("zone", FACE);
      entry.put("measure", "METHANE");
      entry.put("name", id);
      entry.put("nameEnglish", id);
      entry.put("location", "coal-face");
      entry.put("period", period);
      entry.put("reporting", "PERIODIC");
      entry.put("noiseFloor", noiseFloor);
      return entry;
    }
  }

  /** The plan of a high-gas coal mine with one face and these points. */
  public Plan coalFace(List<GasPoint> points) {
    List<Object> all = new ArrayList<>();
    points.forEach(point -> all.add(point.entry()));
    return resolved(all).plan();
  }

  /** The platform's rules for silence and for people, as every coal mine has them. */
  public List<Rule> people() {
    return resolved(List.of()).plan().rules().stream()
        .filter(rule -> rule instanceof PeopleRule || rule instanceof SilenceRule)
        .toList();
  }

  /** When what the shifts of a mine took does not fit what they say they did. */
  public ReconcileRules books() {
    return packs.inspection().books();
  }

  /** When a mine that is declared stopped is suspected to work. */
  public SealRules seal() {
    return packs.inspection().seal();
  }

  private MineEntry resolved(List<Object> points) {
    Map<String, Object> mine = new LinkedHashMap<>();
    mine.put("mine", MINE);
    mine.put("name", "recording");
    mine.put("nameEnglish", "recording");
    mine.put("kind", "coal-underground");
    mine.put("classes", List.of("high-gas"));
    mine.put("jurisdiction", List.of("14", "1409", "140921"));
    mine.put("tagPeriod", "PT30S");
    mine.put("zones", List.of(zone("surface", false, FACE), zone(FACE, true, "surface")));
    mine.put("points", points);
    Problems problems = new Problems();
    MineEntry entry = MineLoader.read(new Document(mine), packs, problems);
    problems.stopIfAny();
    if (entry == null) {
      throw new IllegalStateException("no mine and no problem told");
    }
    return entry;
  }

  private static Map<String, Object> zone(String id, boolean underground, String beside) {
    Map<String, Object> zone = new LinkedHashMap<>();
    zone.put("id", id);
    zone.put("name", id);
    zone.put("nameEnglish", id);
    zone.put("underground", underground);
    zone.put("neighbours", List.of(beside));
    zone.put("x", 0L);
    zone.put("y", 0L);
    return zone;
  }
}
