package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the dashboard of the platform asks for is what the real service tells. */
class MetricsTest {
  private static final Path BOARD = Path.of("../dashboards/grafana/minewatch-platform.json");
  private static final Pattern QUERY = Pattern.compile("\"expr\" : \"(.*)\",?\\n");
  private static final Pattern NAME = Pattern.compile("\\b(minewatch|jvm|process)_[a-z_]+");

  @Test
  void everyMetricOfTheDashboardIsTold(@TempDir Path folder) throws Exception {
    Set<String> asked = new TreeSet<>();
    QUERY
        .matcher(Files.readString(BOARD))
        .results()
        .forEach(
            query -> NAME.matcher(query.group(1)).results().forEach(n -> asked.add(n.group())));
    assertThat(asked).hasSizeGreaterThan(5);
    try (AlertingService service = Running.start(folder, Clock.systemUTC(), new MemoryBus())) {
      String told = new Api(service.port()).text("administrator", "/actuator/prometheus");
      for (String name : asked) {
        assertThat(told).containsPattern("(?m)^" + name + "[ {]");
      }
    }
  }
}
