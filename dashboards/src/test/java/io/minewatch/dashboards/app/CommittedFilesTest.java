package io.minewatch.dashboards.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minewatch.domain.reading.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that Grafana reads, as they lie in the repository. */
class CommittedFilesTest {
  private static final Path GRAFANA = Path.of("grafana");
  private static final Path SOURCES = Path.of("provisioning/datasources/minewatch.yaml");
  private static final Path PROVIDER = Path.of("provisioning/dashboards/minewatch.yaml");

  /** What the archive job writes, beside the measures. */
  private static final Set<String> FIELDS_AND_TAGS =
      Set.of(
          "value",
          "mine",
          "point",
          "zone",
          "feed",
          "gateway",
          "missing",
          "recovered",
          "duplicates",
          "offset_ms",
          "given_up",
          "position",
          "card",
          "inside",
          "leader",
          "distress",
          "distance",
          "statistic_5m",
          "measure",
          "min",
          "max",
          "mean",
          "measured",
          "count",
          "q_good",
          "rewrite",
          "cause");

  @Test
  void areWhatTheCodeEmits() throws Exception {
    assertThat(committed())
        .as(
            "grafana/*.json differ from the code; write them anew with:"
                + " mvn -q -B -pl dashboards -am -Pemit-dashboards test-compile")
        .isEqualTo(Emitter.files(Path.of("../rules")));
  }

  @Test
  void haveUniqueUidsAndTitlesAndNoIdOfTheirOwn() throws Exception {
    Set<String> uids = new TreeSet<>();
    Set<String> titles = new TreeSet<>();
    for (JsonNode dashboard : dashboards()) {
      assertThat(uids.add(dashboard.path("uid").textValue())).isTrue();
      assertThat(titles.add(dashboard.path("title").textValue())).isTrue();
      assertThat(dashboard.has("id")).isTrue();
      assertThat(dashboard.path("id").isNull()).isTrue();
      assertThat(dashboard.path("schemaVersion").intValue()).isEqualTo(39);
      assertThat(dashboard.path("time").path("from").textValue()).matches("now-(6h|30d)");
    }
    assertThat(uids)
        .containsExactly(
            "minewatch-feed",
            "minewatch-gas",
            "minewatch-ground",
            "minewatch-mine",
            "minewatch-people",
            "minewatch-platform",
            "minewatch-region",
            "minewatch-statistics",
            "minewatch-ventilation",
            "minewatch-water");
  }

  @Test
  void haveInEveryPanelAUnitADescriptionAndAProvisionedSource() throws Exception {
    Set<String> sources = sourceUids();
    for (JsonNode panel : panels()) {
      String title = panel.path("title").textValue();
      JsonNode defaults = panel.path("fieldConfig").path("defaults");
      assertThat(panel.path("type").textValue()).as(title).isEqualTo("timeseries");
      assertThat(panel.path("description").textValue()).as(title).isNotBlank();
      assertThat(defaults.path("unit").textValue()).as(title).isNotBlank();
      JsonNode first = defaults.path("thresholds").path("steps").path(0);
      assertThat(first.path("value").isNull()).as(title + " starts from the bottom").isTrue();
      assertThat(sources).contains(panel.path("datasource").path("uid").textValue());
      for (JsonNode target : panel.path("targets")) {
        assertThat(sources).contains(target.path("datasource").path("uid").textValue());
        assertThat(target.has("expr") || target.path("rawQuery").booleanValue()).as(title).isTrue();
        assertThat(target.path("refId").textValue()).as(title).isNotBlank();
      }
    }
  }

  @Test
  void askOnlyForSeriesFieldsAndTagsThatTheArchiveWrites() throws Exception {
    Set<String> known = new TreeSet<>(FIELDS_AND_TAGS);
    known.add("unregistered");
    Arrays.stream(Measure.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).forEach(known::add);
    Pattern quoted = Pattern.compile("\"([^\"]+)\"");
    Pattern family = Pattern.compile("FROM /\\^\\(([^)]+)\\)\\$/");
    int asked = 0;
    for (JsonNode panel : panels()) {
      for (JsonNode target : panel.path("targets")) {
        asked++;
        if (target.has("expr")) {
          continue; // of the metrics: MetricsTest of alerting
        }
        String query = target.path("query").textValue();
        assertThat(quoted.matcher(query).results().map(match -> match.group(1)).toList())
            .as(query)
            .isNotEmpty()
            .allMatch(known::contains);
        assertThat(
                family
                    .matcher(query)
                    .results()
                    .flatMap(match -> Stream.of(match.group(1).split("\\|")))
                    .toList())
            .as(query)
            .allMatch(known::contains);
        assertThat(query).contains("$timeFilter").containsAnyOf("${mine:regex}", "${area:raw}");
      }
    }
    assertThat(asked).isGreaterThanOrEqualTo(panels().size());
  }

  @Test
  void holdNoSecretAndCannotBeChangedInTheBrowser() throws Exception {
    Map<String, Object> provider = first(PROVIDER, "providers");
    assertThat(provider).containsEntry("allowUiUpdates", false);
    for (Object source : list(SOURCES, "datasources")) {
      Map<?, ?> secure = (Map<?, ?>) ((Map<?, ?>) source).get("secureJsonData");
      if (secure != null) {
        assertThat(secure.values()).allSatisfy(v -> assertThat((String) v).contains("$__file{"));
      }
    }
  }

  private static Map<String, String> committed() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(GRAFANA)) {
      for (Path file : found.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static List<JsonNode> dashboards() throws IOException {
    List<JsonNode> dashboards = new ArrayList<>();
    for (String text : committed().values()) {
      dashboards.add(new ObjectMapper().readTree(text));
    }
    assertThat(dashboards).isNotEmpty();
    return dashboards;
  }

  private static List<JsonNode> panels() throws IOException {
    List<JsonNode> panels = new ArrayList<>();
    dashboards().forEach(dashboard -> dashboard.path("panels").forEach(panels::add));
    assertThat(panels).isNotEmpty();
    return panels;
  }

  private static Set<String> sourceUids() throws IOException {
    Set<String> uids = new TreeSet<>();
    for (Object source : list(SOURCES, "datasources")) {
      assertThat(uids.add((String) ((Map<?, ?>) source).get("uid"))).isTrue();
    }
    assertThat(uids).containsExactly("minewatch-metrics", "minewatch-series");
    return uids;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> first(Path file, String key) throws IOException {
    return (Map<String, Object>) list(file, key).get(0);
  }

  private static List<?> list(Path file, String key) throws IOException {
    Map<String, Object> root =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    return (List<?>) root.get(key);
  }
}
