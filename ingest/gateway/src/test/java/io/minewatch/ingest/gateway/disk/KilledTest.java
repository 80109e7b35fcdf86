package io.minewatch.ingest.gateway.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.ingest.gateway.span.Spans;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that writes, killed as by kill -9 at random moments. */
class KilledTest {
  private static final int KILLS = 6;

  private static final Spans NONE = new Spans();

  @TempDir Path folder;

  @Test
  void whatWasConfirmedIsThereAfterEachKillAndNumberedWithoutAGap() throws Exception {
    long seed = 42;
    Random random = new Random(seed);
    long confirmed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      confirmed = writeAndKill(kill, 1 + random.nextInt(60));
      try (DiskQueue queue = DiskQueue.open(folder, 1L << 30, Samples.SITE, "never")) {
        String why = "seed " + seed + ", kill " + kill;
        assertThat(queue.sessionId()).as(why).isEqualTo("s-0");
        assertThat(queue.next()).as(why).isGreaterThanOrEqualTo(confirmed);
        assertThat(queue.held()).as(why).hasToString("0-" + (queue.next() - 1));
        for (long n = 0; n < queue.next(); n++) {
          assertThat(Samples.text(queue.read(n))).as(why).startsWith("message " + n + " ");
        }
      }
    }
    assertThat(confirmed).isGreaterThan(KILLS);
  }

  @Test
  void whenTheDiskTakesNoMoreNothingIsConfirmedAndWhatWasIsThere() throws Exception {
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 3000 && exec \"$@\"", // no file grows beyond 3 MB
                "bash",
                java(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString(),
                "7")
            .redirectError(folder.resolveSibling("full.err").toFile())
            .start();
    long confirmed = 0;
    int refused = 0;
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      while (refused < 5) {
        String line = said.readLine();
        assertThat(line).isNotNull();
        if (line.startsWith("refused")) {
          refused++;
        } else {
          confirmed = Long.parseLong(line);
        }
      }
      process.toHandle().destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(confirmed).isGreaterThan(100);
    try (DiskQueue queue = DiskQueue.open(folder, 1L << 30, Samples.SITE, "never")) {
      assertThat(queue.held()).hasToString("0-" + (queue.next() - 1));
      assertThat(queue.next()).isGreaterThanOrEqualTo(confirmed);
      queue.append(List.of(Samples.entry("there is room again", Samples.START)), List.of(), NONE);
      assertThat(Samples.text(queue.read(queue.next() - 1))).isEqualTo("there is room again");
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Returns the last sequence that the process was told to be safe, plus one. */
  private long writeAndKill(int run, int writes) throws Exception {
    Process process =
        new ProcessBuilder(
                java(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString(),
                Integer.toString(run))
            .redirectError(folder.resolveSibling("writer.err").toFile())
            .start();
    long confirmed = 0;
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < writes; i++) {
        confirmed = Long.parseLong(said.readLine());
      }
      process.toHandle().destroyForcibly(); // unlike that of Process it leaves the stream open
      // What it printed before it died was safe too.
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        confirmed = line.matches("[0-9]+") ? Long.parseLong(line) : confirmed;
      }
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return confirmed;
  }
}
