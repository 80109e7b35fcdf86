package io.minewatch.bench.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console before a real browser, as small as it can be: what is shown is what was sent. */
class ConsoleContestTest {
  @Test
  void everyPageAndConsoleShowsWhatWasSent(@TempDir Path folder) throws Exception {
    Optional<Path> browser = Chromium.installed();
    if (browser.isEmpty()) {
      System.out.println("SKIPPED: no Chromium on this machine (Debian: apt-get install chromium)");
    }
    Assumptions.assumeTrue(browser.isPresent(), "no Chromium is installed: not looked at");
    ConsoleFigures figures =
        new ConsoleContest(
                ConsoleSettings.SHORTEST,
                Path.of("../rules").toAbsolutePath(),
                folder,
                Clock.systemUTC(),
                System.out::println)
            .run(browser.get(), "only-in-this-test", "a test");

    assertThat(figures.faults()).isEmpty();
    assertThat(figures.paints())
        .hasSize(6)
        .allSatisfy(
            paint -> {
              assertThat(paint.millis()).hasSize(1).allMatch(millis -> millis > 0);
              assertThat(paint.first()).hasSize(1).allMatch(millis -> millis > 0);
            });
    assertThat(figures.shares())
        .hasSize(2)
        .allSatisfy(share -> assertThat(share.renderers()).isPositive());
    assertThat(figures.crowd().refused()).isZero();
    assertThat(figures.crowd().missed()).isZero();
    assertThat(figures.crowd().p50()).isPositive();
    assertThat(figures.crowd().alerting()).isPositive();
    assertThat(figures.crowd().heapMebibytes()).isPositive();
    assertThat(figures.lines()).hasSize(9);
  }
}
