package io.minewatch.bench.app;

import io.minewatch.bench.console.Chromium;
import io.minewatch.bench.console.ConsoleContest;
import io.minewatch.bench.console.ConsoleFigures;
import io.minewatch.bench.console.ConsoleSettings;
import io.minewatch.broker.account.Passwords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code bench console}: the console in a real browser, before the real service. */
final class ConsoleRun {
  private static final String COMMAND = "./minewatch bench console";

  private final Path rules;
  private final Path pages;
  private final Clock clock;
  private final Consumer<String> tell;

  /**
   * Prepares.
   *
   * @param rules the folder of the real rules
   * @param pages where the page is written
   */
  ConsoleRun(Path rules, Path pages, Clock clock, Consumer<String> tell) {
    this.rules = rules;
    this.pages = pages;
    this.clock = clock;
    this.tell = tell;
  }

  /**
   * Runs it and tells the figures.
   *
   * @return 0 when all was shown as it was sent and every goal is reached, 1 if not
   */
  int run() throws Exception {
    Optional<Path> browser = Chromium.installed();
    if (browser.isEmpty()) {
      tell.accept("no Chromium on this machine (Debian: apt-get install chromium)");
      return 1;
    }
    Path folder = Files.createTempDirectory("minewatch-bench-console");
    tell.accept("files of the run: " + folder);
    ConsoleFigures figures =
        new ConsoleContest(ConsoleSettings.FULL, rules, folder, clock, tell)
            .run(browser.get(), Passwords.generate(new SecureRandom()), COMMAND);
    tell.accept("machine before: " + figures.before());
    tell.accept("machine after: " + figures.after());
    figures.lines().forEach(tell);
    tell.accept("page: " + ConsolePage.of(figures).write(figures, pages, "console"));
    return figures.holds() ? 0 : 1;
  }
}
