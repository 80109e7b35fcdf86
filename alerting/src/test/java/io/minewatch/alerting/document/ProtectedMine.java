package io.minewatch.alerting.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The demo mine, changed in one thing, and what that lowers. */
final class ProtectedMine {
  static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));

  /** The demo mine with something in every section. */
  static final Document FULL =
      MineLoader.load(Path.of("../deploy/demo"), PACKS).get("140921021337").document();

  private ProtectedMine() {}

  static void expect(List<Lowering> lowered, String words) {
    if (words.equals("none")) {
      assertThat(lowered).isEmpty();
    } else {
      assertThat(lowered).extracting(Lowering::english).anyMatch(each -> each.contains(words));
      assertThat(lowered).extracting(Lowering::chinese).noneMatch(String::isBlank);
    }
  }

  static List<Lowering> lowered(Document before, Document after) {
    return Protection.lowered(state(before), state(after));
  }

  /** Where a table row is not a sound mine, the plan of the demo mine stands in on both sides. */
  private static Protection.State state(Document document) {
    MineEntry read = MineLoader.read(document, PACKS, new Problems());
    MineEntry entry = read == null ? MineLoader.read(FULL, PACKS, new Problems()) : read;
    return new Protection.State(document, entry.plan());
  }

  private static Object yaml(String text) {
    return new Yaml().load(text);
  }

  static Document with(Document from, String section, String at, String value) {
    if (at.equals("-")) {
      Map<String, Object> root = new LinkedHashMap<>(from.root());
      root.put(section, yaml(value));
      return new Document(root);
    }
    String id = at.substring(0, at.indexOf(' '));
    String field = at.substring(at.indexOf(' ') + 1);
    List<Object> rows = new ArrayList<>();
    for (Map<String, Object> row : from.rows(section)) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      if (id.equals(row.get("id"))) {
        copy.put(field, yaml(value));
      }
      rows.add(copy);
    }
    return from.with(section, rows);
  }

  static Document without(String section, String id) {
    return FULL.with(
        section, FULL.rows(section).stream().filter(row -> !id.equals(row.get("id"))).toList());
  }

  static Document add(Document to, String section, String row) {
    List<Object> rows = new ArrayList<>(to.rows(section));
    rows.add(yaml(row));
    return to.with(section, rows);
  }
}
