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
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
  private static final String MINE = "140921021337";

  /** More mines than the wall has rows. */
  private static final int MINES = 9;

  /** Findings of one incident. */
  private static final int FLOOD = 700;

  /** Further ones a second, that come until somebody has answered. */
  private static final int RATE = 100;

  /** And not longer, in seconds. */
  private static final int LONGEST = 60;

  /** Findings on the page of an incident; the rest is counted. */
  private static final int SHOWN = 6;

  /** Incidents on the wall; the rest is counted. */
  private static final int ROWS = 6;

  /** Of the wall; it does not grow with the flood. */
  private static final int WALL_NODES = 400;

  /** Of the page on which an incident is worked, with the newest 500 lines of its record. */
  private static final int PAGE_NODES = 4_000;

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<String> ZONES =
      List.of("face-0101", "return-0101", "intake-0101", "main-haulage", "heading-0201");

  @TempDir Path folder;
  private final FloodBus bus = new FloodBus();
  private AlertingService service;
  private Screen screen;
  private final AtomicBoolean isAnswered = new AtomicBoolean();
  private final AtomicInteger told = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    Assumptions.assumeTrue(
        Screen.installed().isPresent(), "no Chromium is installed: not looked at");
    Path mines = Files.createDirectories(folder.resolve("mines"));
    String demo = Files.readString(Path.of("../deploy/demo/model-colliery.yaml"));
    for (int i = 0; i < MINES; i++) {
      Files.writeString(
          mines.resolve(mine(i) + ".yaml"),
          demo.replace(MINE, mine(i)).replace("Model Colliery", name(i)));
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
    if (screen != null) {
      screen.close();
    }
    if (service != null) {
      service.close();
    }
  }

  private static String mine(int number) {
    return String.valueOf(Long.parseLong(MINE) + number);
  }

  private static String name(int mine) {
    return "Pit " + (char) ('A' + mine);
  }

  @Test
  void theWallStaysReadableAndAPressAnswers() throws Exception {
    for (int mine = 1; mine < MINES; mine++) {
      gas(mine, 0);
    }
    for (int i = 0; i < FLOOD; i++) {
      gas(0, i);
    }
    help();
    await().atMost(SOON).until(() -> bus.acknowledged.get() == told.get());

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

    CompletableFuture<Void> more = CompletableFuture.runAsync(() -> pour());
    await().until(() -> bus.acknowledged.get() > FLOOD + MINES);
    long pressed = System.nanoTime();
    answer.click();
    assertThat(desk.locator(".acts .primary", new Page.LocatorOptions().setHasText("Respond")))
        .isVisible();
    System.out.printf(
        "a press was answered after %d ms%n", (System.nanoTime() - pressed) / 1_000_000);
    assertThat(more.isDone()).as("it went on meanwhile").isFalse();
    isAnswered.set(true);
    more.get(60, TimeUnit.SECONDS);
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

  /** The flood goes on at an even rate, as from a judge that is not held up. */
  private void pour() {
    long began = System.nanoTime();
    for (int i = 0; i < RATE * LONGEST && !isAnswered.get(); i++) {
      long due = began + Duration.ofSeconds(1).toNanos() * i / RATE;
      LockSupport.parkNanos(due - System.nanoTime());
      gas(0, FLOOD + i);
    }
  }

  private void gas(int mine, int number) {
    tell(
        mine,
        "%02x%06x".formatted(mine, number),
        Subject.of(new PointId("flood-" + number)),
        ZONES.get(number % ZONES.size()),
        Severity.ORANGE);
  }

  private void help() {
    tell(0, "ffffffff", new Subject(Subject.Kind.CARD, "c-7"), ZONES.get(0), Severity.RED);
  }

  private void tell(int mine, String id, Subject subject, String zone, Severity severity) {
    boolean person = subject.kind() == Subject.Kind.CARD;
    Instant now = CLOCK.instant();
    bus.finding(
        new Finding(
            new FindingId(id + "f7f1c0a54f2d6f0d9f1c" + "%04x".formatted(mine)),
            0,
            FindingKind.OPENED,
            new MineCode(mine(mine)),
            subject,
            new ZoneId(zone),
            person ? null : Measure.METHANE,
            person ? "" : "%CH4",
            person ? Check.PEOPLE : Check.LIMIT,
            "cn-coal-2025:536-2",
            severity,
            now,
            now,
            now,
            now,
            1.1,
            Quality.GOOD,
            1.0,
            1.1,
            now,
            1,
            Map.of()),
        now);
    told.incrementAndGet();
  }
}
