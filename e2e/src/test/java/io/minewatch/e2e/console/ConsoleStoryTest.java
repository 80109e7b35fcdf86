package io.minewatch.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A shift on the console: from a quiet mine over call, answer and withdrawal to the close. */
class ConsoleStoryTest extends AtTheConsole {

  @Test
  void aDispatcherWorksAGasRiseFromTheCallToTheClose() throws Exception {
    Page page = screen.page(1280, 720, ColorScheme.DARK, "zh-CN");
    signInAtTheSecondTry(page, "dispatcher");
    quietMine(page);
    StubIncident incident = gasRises(page);
    answers(page, incident);
    orders(page);
    peopleComeOut(page, incident);
    closes(page);
  }

  private void signInAtTheSecondTry(Page page, String user) {
    page.navigate(server.url());
    page.locator("[name=user]").fill(user);
    page.locator("[name=password]").fill("wrong");
    page.locator("form .primary").click();
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    picture(page, "01-sign-in-" + user);
    page.locator("[name=password]").fill(StubSessions.PASSWORD);
    page.locator("form .primary").click();
    assertThat(page.locator(".line.good")).isVisible();
  }

  private void quietMine(Page page) {
    assertThat(page.locator(".queue .empty")).containsText("没有未闭环的预警");
    assertThat(page.locator(".c-NORMAL")).hasCount(12);
    assertThat(page.locator(".sound.silent")).isVisible();
    page.keyboard().press("s");
    assertThat(page.locator(".sound.armed")).isVisible();
    server.mine.quality("CO-0101", "DISCONNECTED");
    assertThat(page.locator(".live .c-DARK")).hasCount(1);
    assertThat(page.locator(".head")).containsText("断 1");
    picture(page, "02-quiet");
  }

  private StubIncident gasRises(Page page) {
    server.mine.read("T1-0101", 1.62);
    assertThat(page.locator(".live tbody")).containsText("1.62");
    assertThat(page.locator(".live .c-OVER")).hasCount(1); // not judged yet, and not normal
    StubIncident incident = server.open(methane("i-1", "T1-0101", "RED"));
    assertThat(page.locator(".item")).hasCount(1);
    assertThat(page.locator(".sound.ringing")).isVisible();
    assertThat(page.locator(".stages .here")).containsText("叫应");
    assertThat(page.locator(".plot canvas")).isVisible();
    assertThat(page.locator(".c-EXCEEDED")).containsText("1.62");
    picture(page, "03-called");
    return incident;
  }

  private StubIncident methane(String id, String point, String severity) {
    Map<String, Object> finding =
        Map.ofEntries(
            Map.entry("point", point),
            Map.entry("measure", "METHANE"),
            Map.entry("unit", "%CH4"),
            Map.entry("kind", "RAISED"),
            Map.entry("blind", false),
            Map.entry("value", 1.62),
            Map.entry("limit", 1.5),
            Map.entry("peak", 1.71),
            Map.entry("rule", "ch4-a"),
            Map.entry("clause", "煤矿安全规程(2025) 第536条 表 2"),
            Map.entry("confidence", "HIGH"));
    return new StubIncident(id, "face-0101", severity, finding, CLOCK);
  }

  private void answers(Page page, StubIncident incident) {
    page.keyboard().press("a");
    assertThat(page.locator(".stages .here")).containsText("回应");
    assertThat(page.locator(".sound.ringing")).hasCount(0);

    incident.moveOn(); // the page does not know it yet
    page.keyboard().press("r");
    declare(page);
    assertThat(page.locator(".answer")).containsText("情况已变化");
    picture(page, "04-refused");
    page.locator(".answer button").click();
    page.keyboard().press("r");
    picture(page, "05-respond");
    page.locator(".ask .primary").click();
    assertThat(page.locator(".stages .here")).containsText("处警");
  }

  private static void declare(Page page) {
    page.locator(".measures button").nth(0).click();
    page.locator(".measures button").nth(1).click();
    page.locator(".ask .primary").click();
  }

  private void orders(Page page) {
    page.keyboard().press("w");
    Locator ask = page.locator("dialog.ask");
    assertThat(ask.locator("[type=checkbox]:checked")).hasCount(1);
    ask.getByText("0101回风巷").first().click();
    assertThat(ask.locator(".confirm")).containsText("2 个区域的 11 人");
    picture(page, "06-order");
    ask.locator(".foot .danger").click();
    assertThat(ask.locator(".confirm")).containsText("11 人");
    picture(page, "07-order-confirm");
    ask.locator(".foot .danger").click();
    assertThat(page.locator(".stages .here")).hasText(Pattern.compile("撤人\\s*$"));
    assertThat(page.locator(".remaining tbody tr")).hasCount(5);
    assertThat(page.locator(".remaining tbody tr").first()).containsText("位置不明");
    assertThat(page.locator(".remaining tbody tr").nth(1)).containsText("失联");
    picture(page, "08-withdrawing");
    page.locator(".timeline").scrollIntoViewIfNeeded();
    assertThat(page.locator(".timeline li").first()).containsText("下令撤人");
    picture(page, "08-withdrawing-record");
  }

  private void peopleComeOut(Page page, StubIncident incident) {
    incident.remain(5, StubPeople.of(2, server.mine.plan, CLOCK), null);
    server.tell(incident);
    assertThat(page.locator(".remaining tbody tr")).hasCount(2);

    server.cutLine();
    assertThat(page.locator(".lost")).isVisible();
    assertThat(page.locator(".c-NORMAL")).hasCount(0);
    picture(page, "09-line-lost");
    incident.remain(5, List.of(), CLOCK.instant()); // while nobody hears us
    server.mine.read("T1-0101", 0.61);
    server.mine.empty("face-0101", 0);
    server.mendLine();
    assertThat(page.locator(".lost")).hasCount(0);
    assertThat(page.locator(".allout")).isVisible();
    assertThat(page.locator(".big")).hasText("0");
  }

  private void closes(Page page) {
    page.keyboard().press("c");
    page.locator(".ask textarea").fill("甲烷恢复，人员全部升井，现场已检查。");
    page.locator(".ask .primary").click();
    assertThat(page.locator(".stages .here")).containsText("闭环");
    assertThat(page.locator(".queue .empty")).isVisible();
    picture(page, "10-closed");
  }

  @Test
  void aRegulatorSeesAllAndCanDoNothing() throws Exception {
    StubIncident incident = server.open(methane("i-1", "T1-0101", "ORANGE"));
    incident.goBlind();
    server.mine.silence("T1-0101");
    Page page = screen.page(1280, 720, ColorScheme.LIGHT, "en-US");
    signInAtTheSecondTry(page, "regulator");
    assertThat(page.locator("h1")).hasText("Area"); // where a regulator begins
    page.navigate(server.url() + "#/now");
    assertThat(page.locator(".item")).hasCount(1);
    assertThat(page.locator(".unseen")).hasText("BLIND");
    assertThat(page.locator(".act")).hasCount(0);
    assertThat(page.locator(".acts")).containsText("Read only");
    page.keyboard().press("a");
    page.keyboard().press("w");
    assertThat(page.locator("dialog")).hasCount(0);
    page.keyboard().press("?");
    picture(page, "12-help-light");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    picture(page, "11-regulator-light");
  }

  @Test
  void aSessionThatEndsSaysSoAndEverythingIsBackAfterSigningIn() throws Exception {
    server.open(methane("i-1", "T1-0101", "YELLOW"));
    server.open(methane("i-2", "T0-0101", "RED"));
    Page page = screen.page(1280, 720, ColorScheme.LIGHT, "zh-CN");
    signInAtTheSecondTry(page, "dispatcher");
    Locator current = page.locator(".item[aria-current=true]");
    assertThat(current).containsText("红色");
    page.keyboard().press("j");
    assertThat(current).containsText("黄色");
    page.keyboard().press("k");
    assertThat(current).containsText("红色");
    picture(page, "30-two-light");

    page.context().clearCookies();
    assertThat(page.locator(".signin")).isVisible(new IsVisibleOptions().setTimeout(12_000));
    assertThat(page.locator(".trouble")).containsText("登录已过期");
    page.locator("[name=user]").fill("dispatcher");
    page.locator("[name=password]").fill(StubSessions.PASSWORD);
    page.locator("form .primary").click();
    assertThat(page.locator(".line.good")).isVisible();
    assertThat(page.locator(".item")).hasCount(2);
  }

  @Test
  void thePhoneShowsOnePartAtATimeAndNothingBeyondItsEdge() throws Exception {
    server.mine.read("T1-0101", 1.62);
    server.open(methane("i-1", "T1-0101", "RED"));
    server.open(methane("i-2", "T0-0101", "YELLOW"));
    Page page = screen.page(390, 844, ColorScheme.DARK, "en-US");
    signInAtTheSecondTry(page, "dispatcher");
    assertThat(page.locator(".item")).hasCount(2);
    picture(page, "20-phone-next");
    page.locator(".item").first().click();
    assertThat(page.locator(".plot canvas")).isVisible();
    picture(page, "21-phone-incident");
    page.locator(".tabs button").nth(2).click();
    assertThat(page.locator(".map")).isVisible();
    picture(page, "22-phone-mine");
    page.locator(".tabs button").nth(1).click();
    page.locator(".act.danger").click();
    picture(page, "23-phone-order");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }
}
