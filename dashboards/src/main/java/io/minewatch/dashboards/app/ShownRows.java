package io.minewatch.dashboards.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.minewatch.dashboards.board.ShownLimit;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.reading.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The limits that are drawn: {@code shown-limits.json} names rows of rule packs ({@code pack:row}),
 * at most one for each measure; every number and clause comes from the row.
 */
final class ShownRows {
  private static final String NAMES = "/shown-limits.json";

  private ShownRows() {}

  /**
   * Reads them from a folder of rule packs.
   *
   * @throws IOException naming the row that is not there, or that is the second for its measure
   */
  static Map<Measure, ShownLimit> of(Path rules) throws IOException {
    Map<Measure, ShownLimit> limits = new TreeMap<>();
    for (String name : names()) {
      ShownLimit limit = limit(rules, name);
      if (limits.put(limit.measure(), limit) != null) {
        throw new IOException(name + " is the second row for " + limit.measure());
      }
    }
    return limits;
  }

  private static String[] names() throws IOException {
    try (InputStream in = ShownRows.class.getResourceAsStream(NAMES)) {
      if (in == null) {
        throw new IOException(NAMES + " is not there");
      }
      return JsonMapper.builder().build().readValue(in, String[].class);
    }
  }

  private static ShownLimit limit(Path rules, String name) throws IOException {
    int colon = name.indexOf(':');
    if (colon < 0) {
      throw new IOException(name + " is not pack:row");
    }
    String pack = name.substring(0, colon);
    String text = Files.readString(rules.resolve(pack + ".yaml"));
    Map<String, List<Map<String, Object>>> all =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    for (Map<String, Object> row : all.getOrDefault("limits", List.of())) {
      if (name.substring(colon + 1).equals(row.get("id"))) {
        try {
          return limit(name, row);
        } catch (RuntimeException e) { // no alarm, no such measure, values that contradict
          throw new IOException(name + " cannot be drawn: " + e.getMessage(), e);
        }
      }
    }
    throw new IOException("no pack of " + rules + " has a limit " + name);
  }

  private static ShownLimit limit(String name, Map<String, Object> row) {
    List<Double> further = new ArrayList<>(numbers(row.get("cut")));
    further.addAll(numbers(row.get("stop")));
    return new ShownLimit(
        Measure.valueOf(text(row, "measure")),
        text(row, "name") + " / " + text(row, "nameEnglish"),
        Side.valueOf(text(row, "side")),
        numbers(List.of(row.getOrDefault("alarm", List.of()))).get(0),
        further,
        new Source(
            name,
            text(row, "clause"),
            text(row, "date"),
            Confidence.valueOf(text(row, "confidence"))));
  }

  private static String text(Map<String, Object> row, String key) {
    return String.valueOf(row.get(key));
  }

  private static List<Double> numbers(@Nullable Object list) {
    return list instanceof List<?> all
        ? all.stream().map(each -> ((Number) each).doubleValue()).toList()
        : List.of();
  }
}
