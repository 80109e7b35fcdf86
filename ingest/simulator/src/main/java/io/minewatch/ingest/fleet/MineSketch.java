package io.minewatch.ingest.fleet;

import io.minewatch.domain.reading.MineCode;
import java.util.List;

/**
 * An invented mine, as its registry file tells it.
 *
 * @param seed of all chance in it
 * @param people in each shift
 * @param rows the zones, then the points, each a line of its file
 */
public record MineSketch(
    MineCode mine, Kind kind, String mineClass, long seed, int people, Rows rows) {
  /** What sort of mine it is. */
  public enum Kind {
    COAL("coal-underground", "煤矿", "Colliery"),
    OPEN_PIT("metal-nonmetal-open-pit", "露天矿", "Open Pit");

    private final String registry;
    private final String chinese;
    private final String english;

    Kind(String registry, String chinese, String english) {
      this.registry = registry;
      this.chinese = chinese;
      this.english = english;
    }
  }

  /** Lines of the registry file. */
  public record Rows(List<String> zones, List<String> points) {
    public Rows {
      zones = List.copyOf(zones);
      points = List.copyOf(points);
    }
  }

  /** The registry file. */
  public String yaml() {
    String code = mine.value();
    String number = code.substring(6);
    StringBuilder text = new StringBuilder();
    text.append("# Invented by the simulator.\n");
    text.append("mine: \"").append(code).append("\"\n");
    text.append("name: 模拟").append(number).append('号').append(kind.chinese).append('\n');
    text.append("nameEnglish: Simulated ").append(kind.english).append(' ').append(number);
    text.append("\nkind: ").append(kind.registry);
    text.append("\nclasses: [").append(mineClass).append("]\n");
    text.append(
        "jurisdiction: [\"%s\", \"%s\", \"%s\"]\n"
            .formatted(code.substring(0, 2), code.substring(0, 4), code.substring(0, 6)));
    text.append("tagPeriod: PT30S\nzones:\n");
    rows.zones().forEach(row -> text.append("  - ").append(row).append('\n'));
    text.append("points:\n");
    rows.points().forEach(row -> text.append("  - ").append(row).append('\n'));
    return text.toString();
  }
}
