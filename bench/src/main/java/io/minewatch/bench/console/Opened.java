package io.minewatch.bench.console;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One page, opened again and again with an empty and with a full cache. */
final class Opened {
  /** A page that is not of use by then never will be. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final double LOOK_MILLIS = 50;
  private static final String FIRST =
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0";

  /** Which page, for whom, and when it is of use. */
  record Asked(Session who, String path, Useful useful) {}

  private final Chromium browser;
  private final Asked asked;
  private final Function<Page, List<String>> faults;
  private final List<Double> millis = new ArrayList<>();
  private final List<Double> first = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param faults what is wrong with what a page shows once it is of use
   */
  Opened(Chromium browser, Asked asked, Function<Page, List<String>> faults) {
    this.browser = browser;
    this.asked = asked;
    this.faults = faults;
  }

  List<Double> millis() {
    return millis;
  }

  List<Double> first() {
    return first;
  }

  List<String> faults() {
    return found;
  }

  /** Opens it with an empty cache each time. */
  Opened cold(ConsoleSettings settings) {
    for (int i = -settings.warming(); i < settings.rounds(); i++) {
      Page page = page();
      open(page, i >= 0);
      page.context().close();
    }
    return this;
  }

  /** Opens it with what the time before has left in the cache. */
  Opened warm(ConsoleSettings settings) {
    Page page = page();
    for (int i = -1; i < settings.rounds(); i++) {
      open(page, i >= 0);
      page.navigate("about:blank");
    }
    page.context().close();
    return this;
  }

  /** Opens it and leaves it open, untimed. */
  Page stay() {
    Page page = page();
    open(page, false);
    return page;
  }

  private Page page() {
    return browser.page(asked.who(), asked.useful().script());
  }

  private void open(Page page, boolean counts) {
    page.navigate(asked.who().url() + asked.path());
    long until = System.nanoTime() + PATIENCE.toNanos();
    Object at = null;
    while (at == null) {
      at = page.evaluate("window.minewatchUseful ?? null");
      if (at == null && System.nanoTime() > until) {
        throw new IllegalStateException(
            "after %s the page does not show %s, but: %s"
                .formatted(PATIENCE, asked.useful().what(), page.innerText("body")));
      }
      if (at == null) {
        page.waitForTimeout(LOOK_MILLIS);
      }
    }
    found.addAll(faults.apply(page));
    if (counts) {
      millis.add(((Number) at).doubleValue());
      first.add(((Number) page.evaluate(FIRST)).doubleValue());
    }
  }
}
