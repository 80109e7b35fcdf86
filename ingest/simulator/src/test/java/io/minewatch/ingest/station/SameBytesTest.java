package io.minewatch.ingest.station;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One seed gives the same bytes in every process, whatever machine it thinks to be on. */
class SameBytesTest {
  private static final int SECONDS = 1_800;

  @TempDir Path folder;

  @Test
  void twoProcessesOfOneSeedSendTheSameToTheLastByte() throws Exception {
    String one = said(7, "-Duser.timezone=UTC", "-Duser.language=en");
    String other =
        said(
            7,
            "-XX:hashCode=2", // every object has the hash code 1: no order may hang on it
            "-XX:+UseSerialGC",
            "-Duser.timezone=Asia/Shanghai",
            "-Duser.language=ar",
            "-Duser.region=EG");
    System.out.println("seed 7, " + SECONDS + " s, messages and digest: " + one);

    assertThat(Long.parseLong(one.substring(0, one.indexOf(' ')))).isGreaterThan(SECONDS);
    assertThat(other).isEqualTo(one);
    assertThat(said(8)).isNotEqualTo(one);
  }

  private String said(long seed, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Bytes.class.getName(),
            String.valueOf(seed),
            String.valueOf(SECONDS)));
    Path errors = folder.resolve("errors"); // a pipe that nobody empties would hold it up
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    return out.substring(out.lastIndexOf('\n') + 1); // behind what is logged
  }
}
