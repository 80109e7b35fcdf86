package io.minewatch.e2e.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.minewatch.e2e.console.Accessible;
import io.minewatch.e2e.console.Screen;
import io.minewatch.standalone.app.Standalone;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The five minutes of the README on the running whole, by a dispatcher in Chinese, a leader in
 * English and a telephone: from the start over a gas rise, its withdrawal and its close to a cable
 * cut.
 */
class TourTest {
  /** From the start of the program to a live value, once built (design of the demo). */
  private static final Duration PROMISED = Duration.ofSeconds(90);

  /** A scripted thing comes in its own time; a slow machine adds to it. */
  private static final double PATIENCE_MS = 120_000;

  private static final String FACE = "0101采煤工作面";
  private static final String HEADING = "0201掘进工作面";
  private final Clock clock = Clock.systemUTC();

  @TempDir private @Nullable Path folder;
  private @Nullable Standalone all;
  private @Nullable Screen screen;

  @BeforeEach
  void open() {
    Assumptions.assumeTrue(
        Screen.installed().isPresent(), "no Chromium is installed: the tour is not walked");
    screen = new Screen();
  }

  @AfterEach
  void close() {
    if (screen != null) {
      screen.close();
    }
    if (all != null) {
      all.close();
    }
  }

  @Test
  void theFiveMinutesOfTheReadmeAreTrue() throws Exception {
    Instant start = clock.instant();
    all = ShortDemo.start(Objects.requireNonNull(folder), clock);
    Page page = page(1280, 720, ColorScheme.DARK, "zh-CN");
    page.navigate(all.console().toString());
    refusedWithAWrongPassword(page);
    signIn(page, "dispatcher");
    firstValue(page, start);
    quietMine(page);
    gasRises(page);
    Page phone = page(390, 844, ColorScheme.DARK, "zh-CN");
    telephone(phone);
    answer(page);
    orderOut(page);
    refusedWhilePeopleRemain(page);
    everybodyIsOut(page);
    refusedToItsHandler(page);
    closedByTheLeader();
    assertThat(page.locator(".stages .here")).containsText("闭环");
    assertThat(page.locator(".answer")).hasCount(0);
    picture(page, "11-closed");
    cableCut(page);
    picture(phone, "13-phone-blind");
    pages();
    assertThat(Objects.requireNonNull(screen).complaints).isEmpty();
  }

  private Page page(int width, int height, ColorScheme light, String language) {
    return Objects.requireNonNull(screen).page(width, height, light, language);
  }

  private static void picture(Page page, String name) {
    Screen.picture(page, "tour/" + name);
  }

  private static void refusedWithAWrongPassword(Page page) {
    page.locator("[name=user]").fill("dispatcher");
    page.locator("[name=password]").fill("wrong");
    page.locator("form .primary").click();
    assertThat(page.locator("[role=alert]")).containsText("用户名或密码不正确");
    picture(page, "01-sign-in");
  }

  private void signIn(Page page, String user) {
    Standalone running = Objects.requireNonNull(all);
    page.locator("[name=user]").fill(user);
    page.locator("[name=password]").fill(running.passwords().getOrDefault(user, ""));
    page.locator("form .primary").click();
    assertThat(page.locator(".line.good")).isVisible();
  }

  private void firstValue(Page page, Instant start) {
    assertThat(page.locator(".live .val").first())
        .containsText(Pattern.compile("\\d"), new ContainsTextOptions().setTimeout(PATIENCE_MS));
    Duration taken = Duration.between(start, clock.instant());
    System.out.println("from the start to the first live value: " + taken.toMillis() + " ms");
    assertThat(taken).isLessThan(PROMISED);
  }

  private static void quietMine(Page page) {
    // Of a slope nothing is known before it was seen for a while; nothing judges the sump's level.
    assertThat(page.locator(".live .c-NORMAL")).hasCount(16);
    assertThat(page.locator(".live .c-UNKNOWN")).hasCount(2);
    assertThat(page.locator(".live .c-NO_RULE")).hasCount(1);
    assertThat(page.locator(".live .age").nth(1)).containsText(Pattern.compile("\\d+ 秒"));
    assertThat(page.locator(".head")).containsText("24 人");
    assertThat(page.locator(".map .zone")).hasCount(10);
    assertThat(
            page.evaluate(
                "(b => b.scrollHeight - b.clientHeight)(document.querySelector('.mapbox'))"))
        .as("what of the schematic is out of sight")
        .isEqualTo(0);
    assertThat(page.locator(".queue .empty")).containsText("没有未闭环的预警");
    page.keyboard().press("s");
    assertThat(page.locator(".sound.armed")).isVisible();
    picture(page, "02-quiet");
  }

  private static void gasRises(Page page) {
    Locator item = page.locator(".item").filter(new Locator.FilterOptions().setHasText(FACE));
    assertThat(item).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
    assertThat(page.locator(".sound.ringing")).isVisible();
    assertThat(page.locator(".stages .here")).containsText("叫应");
    assertThat(item).containsText("红色");
    assertThat(page.locator(".c-EXCEEDED")).containsText("0101工作面T1");
    assertThat(page.locator(".plot canvas")).isVisible();
    assertThat(page.locator(".curve .warn")).hasCount(0);
    assertThat(page.locator(".evidence")).containsText("煤矿安全规程");
    picture(page, "03-called");
  }

  private void telephone(Page phone) {
    phone.navigate(Objects.requireNonNull(all).console().toString());
    signIn(phone, "dispatcher");
    phone.locator(".item").first().click();
    assertThat(phone.locator(".plot canvas")).isVisible();
    picture(phone, "04-phone-called");
    phone.locator(".tabs button").nth(2).click();
    assertThat(phone.locator(".map .z-RED")).isVisible();
    picture(phone, "04-phone-mine");
    Accessible.check(phone, "a mine on a phone");
    assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    phone.locator(".tabs button").nth(1).click();
  }

  private static void answer(Page page) {
    page.keyboard().press("a");
    assertThat(page.locator(".stages .here")).hasText(Pattern.compile("回应\\s*$"));
    assertThat(page.locator(".sound.ringing")).hasCount(0);
    page.keyboard().press("r");
    page.locator(".measures button").nth(0).click();
    page.locator(".measures button").nth(1).click();
    picture(page, "05-respond");
    page.locator(".ask .primary").click();
    assertThat(page.locator(".stages .here")).containsText("处警");
    assertThat(page.locator(".answer")).hasCount(0);
  }

  private static void orderOut(Page page) {
    Locator ask = page.locator("dialog.ask");
    assertThat(ask).hasCount(0); // the stream may tell of the last act before its own answer does
    page.keyboard().press("w");
    assertThat(ask.locator("[type=checkbox]:checked")).hasCount(2); // the face and its return
    assertThat(ask.locator(".confirm")).containsText(Pattern.compile("2 个区域的 [1-9]\\d* 人"));
    picture(page, "06-order");
    ask.locator(".foot .danger").click();
    picture(page, "07-order-confirm");
    ask.locator(".foot .danger").click();
    assertThat(page.locator(".stages .here")).hasText(Pattern.compile("撤人\\s*$"));
    assertThat(page.locator(".tally")).containsText("应撤");
    assertThat(page.locator(".remaining tbody tr").first()).isVisible();
    assertThat(page.locator(".zone .ordered")).hasCount(2);
    picture(page, "08-withdrawing");
    rescuer(page);
  }

  private static void rescuer(Page page) {
    page.locator(".remaining button").last().click();
    page.locator("dialog.ask textarea").fill("救护队已下井");
    page.locator("dialog.ask .primary").click();
    assertThat(page.locator("dialog.ask")).hasCount(0);
    assertThat(page.locator(".timeline")).containsText("标记为救援人员");
  }

  private static void refusedWhilePeopleRemain(Page page) {
    close(page, "现场已处置");
    assertThat(page.locator(".answer")).containsText("还有人在里面");
    picture(page, "09-refused");
    page.locator(".answer button").click();
  }

  private static void close(Page page, String note) {
    page.keyboard().press("c");
    page.locator(".ask textarea").fill(note);
    page.locator(".ask .foot button").last().click();
  }

  private static void everybodyIsOut(Page page) {
    assertThat(page.locator(".allout")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
    assertThat(page.locator(".big")).hasText("0");
    assertThat(page.locator(".missing"))
        .not()
        .containsText("读数降到", new ContainsTextOptions().setTimeout(PATIENCE_MS));
    assertThat(page.locator(".missing li")).hasText("☐ 由处置人以外的人签字");
    assertThat(page.locator(".people .warn")).hasCount(0);
    Locator record = page.locator(".timeline");
    assertThat(record).containsText("下达撤人令（升井，有害气体超限）：" + FACE);
    assertThat(record).not().containsText(Pattern.compile("face-0101|OPENED|CLOSE"));
    record.scrollIntoViewIfNeeded();
    picture(page, "10-all-out");
  }

  private static void refusedToItsHandler(Page page) {
    close(page, "读数恢复，人员撤空");
    assertThat(page.locator(".answer")).containsText("需要另一人签字");
  }

  /** A call that waits fills an operator's screen: it is answered and left, whenever it comes. */
  private Page leader(ColorScheme light) {
    Page leader = page(1280, 720, light, "en-US");
    leader.addLocatorHandler(
        leader.locator(".call .take"),
        take -> {
          take.click();
          leader.locator(".call .after > button.plain").click();
        });
    return leader;
  }

  private void closedByTheLeader() {
    Page leader = leader(ColorScheme.LIGHT);
    leader.navigate(Objects.requireNonNull(all).console().toString());
    signIn(leader, "leader");
    leader.locator(".item").filter(new Locator.FilterOptions().setHasText("Coal face")).click();
    assertThat(leader.locator(".missing")).containsText("The evidence is complete");
    assertThat(leader.locator(".timeline"))
        .containsText("Ordered a withdrawal (to the surface; harmful gas over limit): Coal face");
    assertThat(leader.locator(".timeline"))
        .not()
        .containsText(Pattern.compile("METHANE|face-0101"));
    picture(leader, "11-leader");
    close(leader, "Gas is down, everybody is out, the place was inspected.");
    assertThat(leader.locator(".stages .here")).containsText("Closed");
  }

  private void pages() {
    Page leader = leader(ColorScheme.DARK);
    leader.navigate(Objects.requireNonNull(all).console().toString());
    signIn(leader, "leader");
    PagesWalk.leader(leader);
    Page regulator = page(1280, 720, ColorScheme.LIGHT, "zh-CN");
    regulator.navigate(Objects.requireNonNull(all).console().toString());
    signIn(regulator, "regulator");
    PagesWalk.regulator(regulator);
    Page administrator = page(390, 844, ColorScheme.DARK, "zh-CN");
    administrator.navigate(Objects.requireNonNull(all).console().toString());
    signIn(administrator, "administrator");
    PagesWalk.administrator(administrator);
  }

  private static void cableCut(Page page) {
    Locator item = page.locator(".item").filter(new Locator.FilterOptions().setHasText(HEADING));
    assertThat(item).containsText("失明", new ContainsTextOptions().setTimeout(PATIENCE_MS));
    assertThat(item).containsText("红色"); // the limit alone is orange
    item.click();
    assertThat(page.locator(".value.unseen").first()).hasText("失明");
    assertThat(page.locator(".live .c-BLIND")).hasCount(1, new HasCountOptions());
    assertThat(page.locator(".head")).containsText("失明 1");
    assertThat(page.locator(".timeline")).containsText("橙色");
    assertThat(page.locator(".missing")).containsText("失明的测点恢复可见");
    picture(page, "12-blind");
  }
}
