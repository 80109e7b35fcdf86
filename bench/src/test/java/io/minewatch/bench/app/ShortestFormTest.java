package io.minewatch.bench.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.bench.report.Gate;
import io.minewatch.bench.report.Report;
import io.minewatch.bench.report.ReportFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole benchmark, as short as it can be: everything is found, and nothing is far off. */
class ShortestFormTest {
  @Test
  void everySlotFindsExactlyWhatIsThereAndTheGatesHold(@TempDir Path folder) throws Exception {
    List<String> lines = new ArrayList<>();
    Report report =
        new BenchRun(Form.named("test"), "mvn -pl bench test", Clock.systemUTC(), lines::add).run();
    Path page = ReportFolder.write(report, folder);

    assertThat(report.stages().get(0).slots())
        .allSatisfy(line -> assertThat(line.faults()).as(line.slot()).isEmpty());
    assertThat(report.gates())
        .as(String.join("\n", lines))
        .allSatisfy(verdict -> assertThat(verdict.holds()).as("%s", verdict).isTrue());
    assertThat(report.isGood()).isTrue();
    assertThat(Files.readString(page)).contains("limit harness").doesNotContain("http");
    assertThat(folder.resolve("bench-test.json")).isNotEmptyFile();
  }

  @Test
  void aGateThatIsNotKeptMakesTheReportBad() {
    Gate gate = new Gate("at least two", Gate.Way.AT_LEAST, 2, "an example");

    assertThat(gate.judge(1.99).holds()).isFalse();
    assertThat(gate.judge(2).holds()).isTrue();
    assertThat(gate.judge(Double.NaN).holds()).isFalse();
  }
}
