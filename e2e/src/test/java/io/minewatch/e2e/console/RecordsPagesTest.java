package io.minewatch.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The archive, a shift handed over by two people, what to do, feeds by the hour, and the wall. */
class RecordsPagesTest extends AtTheConsole {
  @Test
  void whatIsKeptIsFoundHandedOverAndReadAcrossTheRoomOnAnyScreen() {
    Map<String, Object> finding = new HashMap<>();
    finding.putAll(Map.of("point", "T1-0101", "measure", "METHANE", "unit", "%CH4", "value", 1.62));
    finding.putAll(Map.of("kind", "OPENED", "blind", false, "limit", 1.5, "peak", 1.71));
    finding.putAll(Map.of("rule", "ch4-a", "clause", "536", "confidence", "HIGH"));
    finding.putAll(Map.of("check", "LIMIT", "hazard", "GAS"));
    server.open(new StubIncident("i-1", "face-0101", "RED", finding, CLOCK));
    Page page = screen.page(1280, 720, ColorScheme.DARK, "zh-CN");
    signIn(page, "dispatcher");
    assertThat(page.locator(".guidance li")).hasCount(2);
    assertThat(page.locator(".guidance .own")).hasText("工程默认值，非法规");
    page.locator(".guidance button").first().click();
    assertThat(page.locator(".ask.d-order")).containsText("有害气体超限");
    page.keyboard().press("Escape");

    go(page, "archive");
    assertThat(page.locator(".rows tbody tr")).hasCount(1);
    page.getByText("再显示一些").click();
    assertThat(page.locator(".rows tbody tr")).hasCount(2);
    assertThat(page.locator(".rows caption")).containsText("共 2 件，已显示 2 件");
    page.locator(".search").getByLabel("级别").selectOption("RED");
    assertThat(page.locator(".rows tbody")).containsText("i-red");
    assertThat(page.locator(".rows tbody tr")).hasCount(1);
    picture(page, "60-archive");

    go(page, "shift");
    assertThat(page.locator(".rows").first()).containsText("0101采煤工作面");
    page.locator("[name=notes]").fill("撤人中");
    page.locator("form .large").click();
    assertThat(page.locator(".told")).containsText("等待接班人");
    assertThat(page.locator(".handed")).containsText("撤人中");
    picture(page, "61-shift-given");
    handedTo();

    go(page, "health");
    assertThat(page.locator(".health td")).hasCount(5);
    assertThat(page.locator(".health .h-SILENT .spoken").first()).hasText("没有收到数据");
    page.locator(".health th button").click();
    assertThat(page.locator(".curve .plot canvas")).isVisible();
    picture(page, "63-health");

    go(page, "wall");
    assertThat(page.locator(".wcard")).hasCount(1);
    assertThat(page.locator(".head")).hasCount(0);
    picture(page, "64-wall");
    server.cutLine();
    assertThat(page.locator(".wline.lost")).containsText("连接已断开");
    picture(page, "65-wall-line-lost");
    server.mendLine();
    assertThat(page.locator(".wline.good")).isVisible();
  }

  /** The other person, on a phone, in the other language and light. */
  private void handedTo() {
    server.records.seenByAnother();
    Page page = screen.page(390, 844, ColorScheme.LIGHT, "en-US");
    signIn(page, "operator");
    page.evaluate("location.hash = '#/wall'");
    page.locator(".call .take").click(); // a call comes before every page
    page.locator(".call .plain").last().click();
    go(page, "shift");
    page.getByText("Look and take over").click();
    page.locator("[name=remarks]").fill("clear");
    page.locator("form .large").click();
    assertThat(page.locator(".told")).containsText("you are responsible now");
    assertThat(page.locator(".tag.ok").first()).containsText("taken");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    picture(page, "62-shift-taken-phone");
    page.context().close();
  }

  private void go(Page page, String name) {
    page.evaluate("name => { location.hash = `#/${name}`; }", name);
  }
}
