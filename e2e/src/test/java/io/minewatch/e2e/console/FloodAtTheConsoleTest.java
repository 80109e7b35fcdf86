package io.minewatch.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.minewatch.alerting.app.AlertingService;
import io.minewatch.alerting.app.AlertingSettings;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A flood at the real service, seen by a real browser: an incident of 700 findings, one more at
 * each of further mines, and a person who calls for help; and it goes on while somebody answers.
 */
class FloodAtTheConsoleTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String PASSWORD = "only-in-this-test";

  /** More mines than the wall has rows. */
  private static final int MINES = 9;

  /** Findings of one incident. */
  private static final int FLOOD = 700;

  /** Further ones a second, that come until somebody has answered. */
  private static final int RATE = 100;

  /** And not longer, in seconds. */
  private static final int LONGEST = 60;

  /** More than the service shows of a record: what people did must not fall out of it. */
  private static final int RECORD = 600;

  /** Findings on the page of an incident; the rest is counted. */
  private static final int SHOWN = 6;

  /** Incidents on the wall; the rest is counted. */
  private static final int ROWS = 6;

  /** Of the wall; it does not grow with the flood. */
  private static final int WALL_NODES = 400;

  /** Of the page on which an incident is worked, with the newest 60 lines of its record. */
  private static final int PAGE_NODES = 1_800;

  /** How many lines of a record are left out, and of how many. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("\\d{4,} older lines of the system are left out, of \\d{4,} in all");

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final FloodBus bus = new FloodBus();
  private final Flood flood = new Flood(bus, CLOCK);
  private AlertingService service;
  private Screen screen;
  private CompletableFuture<Void> more = CompletableFuture.completedFuture(null);

  @BeforeEach
  void start() throws IOException {
    Assumptions.assumeTrue(
        Screen.installed().isPresent(), "no Chromium is installed: not looked at");
    Path mines = Files.createDirectories(folder.resolve("mines"));
    String demo = Files.readString(Path.of("../deploy/demo/model-colliery.yaml"));
    for (int i = 0; i < MINES; i++) {
      Files.writeString(
          mines.resolve(Flood.code(i) + ".yaml"),
          demo.replace(Flood.MINE, Flood.code(i)).replace("Model Colliery", name(i)));
    }
    service =
        AlertingService.start(
            new AlertingSettings(
                AlertingSettings.DatabaseAt.file(folder.resolve("alerting.db")),
                MqttSettings.of(URI.create("tcp://127.0.0.1:1"), "none", "none", "none"),
                Path.of("../rules"),
                mines,
                AlertingSettings.Http.ANY_LOCAL,
                Map.of("dispatcher", PASSWORD)),
            CLOCK,
            null,
            bus);
    screen = new Screen();
  }

  @AfterEach
  void stop() {
    flood.isOver.set(true);
    try {
      await().atMost(SOON).until(more::isDone);
    } finally {
      close();
    }
  }

  private void close() {
    try {
      if (screen != null) {
        screen.close();
      }
    } finally {
      if (service != null) {
        service.close();
      }
    }
  }

  private static String name(int mine) {
    return "Pit " + (char) ('A' + mine);
  }

  @Test
  void theWallStaysReadableAndAPressAnswers() throws Exception {
    for (int mine = 1; mine < MINES; mine++) {
      flood.gas(mine, 0);
    }
    for (int i = 0; i < FLOOD; i++) {
      flood.gas(0, i);
    }
    flood.help();
    await().atMost(SOON).until(() -> bus.acknowledged.get() == flood.told.get());

    Page wall = page("wall");
    assertThat(wall.locator(".wcard")).hasCount(ROWS);
    assertThat(wall.locator(".wmore")).containsText(String.valueOf(MINES + 1 - ROWS));
    wall.locator(".wcard").all().forEach(this::isOnTheFirstScreen);
    isOnTheFirstScreen(wall.locator(".wmore"));
    isOnTheFirstScreen(wall.locator(".wfigures"));
    assertThat(wall.locator(".wcard").first()).hasClass(Pattern.compile("e-RED"));
    assertThat(nodes(wall)).isLessThan(WALL_NODES);
    Screen.picture(wall, "70-wall-in-a-flood");

    Page desk = page("now");
    assertThat(desk.locator(".queue .item")).hasCount(MINES + 1);
    Locator worst = desk.locator(".queue .item").first();
    assertThat(worst).hasClass(Pattern.compile("e-RED"));
    isOnTheFirstScreen(worst);
    desk.locator(".queue .item", new Page.LocatorOptions().setHasText(name(0))).last().click();
    assertThat(desk.locator(".incident h1")).isVisible();
    assertThat(desk.locator(".incident .finding")).hasCount(SHOWN);
    assertThat(desk.locator(".evidence > .quiet")).containsText(String.valueOf(FLOOD - SHOWN));
    isOnTheFirstScreen(desk.locator(".acts .due"));
    Locator answer = desk.locator(".acts .act.primary").first();
    isOnTheFirstScreen(answer);
    assertThat(nodes(desk)).isLessThan(PAGE_NODES);

    more = CompletableFuture.runAsync(() -> flood.pour(FLOOD, RATE, LONGEST));
    await().until(() -> bus.acknowledged.get() > FLOOD + MINES);
    long pressed = System.nanoTime();
    answer.click();
    assertThat(desk.locator(".acts .primary", new Page.LocatorOptions().setHasText("Respond")))
        .isVisible();
    System.out.printf(
        "a press was answered after %d ms%n", (System.nanoTime() - pressed) / 1_000_000);
    assertThat(more.isDone()).as("it went on meanwhile").isFalse();
    flood.isOver.set(true);
    more.get(60, TimeUnit.SECONDS);
    for (int i = 0; i < RECORD; i++) {
      flood.gas(0, FLOOD + RATE * LONGEST + i);
    }
    await().atMost(SOON).until(() -> bus.acknowledged.get() == flood.told.get());
    assertThat(desk.locator(".timeline .w-ACKNOWLEDGED")).hasCount(1);
    assertThat(desk.locator(".evidence .unseen-count"))
        .containsText("after what dispatcher answered to");
    assertThat(desk.locator(".timeline + .quiet")).containsText(LEFT_OUT);
    Screen.picture(desk, "71-desk-in-a-flood");
    assertThat(nodes(desk)).as("it does not grow with the flood").isLessThan(PAGE_NODES);
    assertThat(wall.locator(".wcard")).hasCount(ROWS);
    assertThat(nodes(wall)).isLessThan(WALL_NODES);
    assertThat(screen.complaints).isEmpty();
  }

  private void isOnTheFirstScreen(Locator part) {
    assertThat(part).isVisible();
    BoundingBox box = part.boundingBox();
    assertThat(box.y).as("%s", part).isNotNegative();
    assertThat(box.y + box.height).as("%s", part).isLessThanOrEqualTo(HEIGHT);
    assertThat(box.x + box.width).as("%s", part).isLessThanOrEqualTo(WIDTH);
  }

  private static int nodes(Page page) {
    int count = (int) page.evaluate("document.querySelectorAll('*').length");
    System.out.println(page.url() + ": " + count + " nodes");
    return count;
  }

  private Page page(String name) {
    Page page = screen.page(WIDTH, HEIGHT, ColorScheme.DARK, "en-US");
    page.navigate("http://127.0.0.1:" + service.port() + "/#/" + name);
    page.locator("[name=user]").fill("dispatcher");
    page.locator("[name=password]").fill(PASSWORD);
    page.locator("form .primary").click();
    return page;
  }
}
