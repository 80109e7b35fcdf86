package io.minewatch.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.minewatch.domain.feed.UnknownPoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console says of what it does not know: never that all is well. */
class DoubtTest extends AtTheConsole {
  private static final Duration OLD = Duration.ofSeconds(95);

  private Page open(String user, String language) {
    Page page = screen.page(1280, 720, ColorScheme.LIGHT, language);
    signIn(page, user);
    return page;
  }

  private StubIncident methane(String id, Map<String, Object> more) {
    Map<String, Object> finding = new HashMap<>();
    finding.putAll(
        Map.of(
            "point", "T1-0101",
            "measure", "METHANE",
            "unit", "%CH4",
            "kind", "OPENED",
            "blind", false,
            "value", 1.62,
            "limit", 1.5,
            "peak", 1.71,
            "rule", "ch4-a"));
    finding.putAll(Map.of("clause", "536", "confidence", "HIGH", "check", "LIMIT"));
    finding.putAll(more);
    return new StubIncident(id, "face-0101", "RED", finding, CLOCK);
  }

  @Test
  void anAreaOfTwelveMinesCountsThoseThatAreHeardAndThoseThatAreNot() {
    server.neighbours.speaking(10);
    server.neighbours.silent(1);
    Page page = open("regulator", "zh-CN");
    page.navigate(server.url() + "#/area/14/1409/140921");
    assertThat(page.locator(".rows tbody tr")).hasCount(12);
    assertThat(page.locator(".figure").nth(0)).containsText("12");
    assertThat(page.locator(".figure").nth(3)).containsText("524 + ?");
    assertThat(page.locator(".figure").nth(6)).containsText("1");
    picture(page, "40-area-of-twelve");
    server.cutLine();
    assertThat(page.locator(".sheet [role=status]")).containsText("不是现状");
    picture(page, "41-area-line-lost");
  }

  @Test
  void aJudgeThatIsDeadLeavesNothingCalmAndNothingNormal() {
    Page page = open("dispatcher", "zh-CN");
    assertThat(page.locator(".queue .empty")).containsText("没有未闭环的预警");
    assertThat(page.locator(".c-NORMAL")).hasCount(12);
    server.mine.judgingIsOld(OLD);
    assertThat(page.locator(".queue .empty")).containsText("判定中断");
    assertThat(page.locator(".calm h1")).containsText("判定中断");
    assertThat(page.locator(".c-NORMAL")).hasCount(0);
    assertThat(page.locator(".live .c-UNJUDGED")).hasCount(12);
    assertThat(page.locator(".calm .figure").nth(0)).containsText("24 ?");
    picture(page, "42-judge-dead");
  }

  @Test
  void aPointOfWhichNothingIsKnownIsNotGreenAndSaysWhy() {
    server.mine.isUnknown("TE-0101", UnknownPoint.Why.WARM_UP);
    Page page = open("dispatcher", "zh-CN");
    assertThat(page.locator(".c-NORMAL")).hasCount(11);
    assertThat(page.locator(".live .c-UNKNOWN .cond")).containsText("未知：学习中");
    assertThat(page.locator(".map .k-UNKNOWN .cross")).hasCount(1);
    assertThat(page.locator(".live caption")).containsText("12 个测点中 11 个正常");
    assertThat(page.locator(".calm .unsure")).containsText("未知：学习中");
    Page english = open("dispatcher", "en-US");
    assertThat(english.locator(".live .c-UNKNOWN .cond")).containsText("unknown: still learning");
  }

  @Test
  void aPointThatNoRuleJudgesIsRecordedAndNotNormal() throws Exception {
    server.mine.isOnlyRecorded("WL-PUMP");
    Page page = open("dispatcher", "zh-CN");
    assertThat(page.locator(".c-NORMAL")).hasCount(11);
    assertThat(page.locator(".live .c-NO_RULE .cond")).containsText("○ 仅记录，无规则");
    assertThat(page.locator(".live caption")).containsText("1 个仅记录");
    Page english = open("dispatcher", "en-US");
    assertThat(english.locator(".live .c-NO_RULE .cond")).containsText("recorded, no rule");
  }

  @Test
  void aCountByOldPositionsIsDoubtedWhereverItStands() {
    Page page = open("dispatcher", "zh-CN");
    assertThat(page.locator(".head")).containsText("24 人");
    server.mine.positionsAreOld(OLD);
    assertThat(page.locator(".head")).containsText("24 人 ?");
    assertThat(page.locator(".calm .figure").nth(0)).containsText("24 ?");
    assertThat(page.locator(".map .persons text").first()).containsText("?");
    server.open(methane("i-1", Map.of()));
    page.locator(".item").click();
    page.keyboard().press("w");
    assertThat(page.locator(".ask .choice .num").nth(3)).containsText("9 人 ?");
    assertThat(page.locator(".ask .confirm")).containsText("未更新");
    picture(page, "43-old-positions");
  }

  @Test
  void anotherMinesIncidentBearsItsOwnNamesAndItsOwnValue() {
    server.neighbours.silent(1);
    server.open(methane("i-1", Map.of()));
    server.open(methane("i-2", Map.of("value", 2.34)).of("140921022000", "二号工作面", "二号T1"));
    server.mine.read("T1-0101", 1.62);
    Page page = open("dispatcher", "zh-CN");
    assertThat(page.locator(".item")).hasCount(2);
    var other =
        page.locator(".item")
            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("邻矿"));
    assertThat(other).containsText("二号工作面");
    assertThat(other).containsText("2.34");
    assertThat(other).not().containsText("0101采煤工作面");
  }

  @Test
  void aValueIsAsOldAsItIsAndOneThatIsNotTrustedIsMarked() {
    server.open(methane("i-1", Map.of()));
    server.mine.read("T1-0101", 1.62);
    Page page = open("dispatcher", "zh-CN");
    assertThat(page.locator(".now .value").first()).hasText("1.62");
    server.mine.quality("T1-0101", "SUSPECT");
    assertThat(page.locator(".now .value.doubted").first()).hasText("1.62");
    assertThat(page.locator(".now").first()).containsText("可疑");
    picture(page, "44-doubted-value");
    server.mine.lose("T1-0101");
    assertThat(page.locator(".now .value").first()).hasText("断线");
    assertThat(page.locator(".now").first()).containsText("最后值 1.62");
    assertThat(page.locator(".item")).not().containsText("1.62");
    picture(page, "45-value-lost");
  }

  @Test
  void onlyAPageThatSoundsAndMayAnswerAttends() {
    Page page = open("dispatcher", "en-US");
    assertThat(page.locator(".calm .warn button")).isVisible();
    assertThat(server.beats("DISPATCHER")).isZero();
    page.locator(".calm .warn button").click();
    assertThat(page.locator(".sound.armed")).isVisible();
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(15))
        .until(() -> server.beats("DISPATCHER") > 0);
    Page regulator = open("regulator", "en-US");
    regulator.navigate(server.url() + "#/now");
    assertThat(regulator.locator(".calm")).isVisible();
    assertThat(regulator.locator(".calm .warn")).hasCount(0);
    regulator.evaluate("() => import('/js/sound.js').then(sound => sound.arm())");
    await() // several ticks, at each of which a dispatcher's page would have sent a beat
        .pollInSameThread()
        .atMost(Duration.ofSeconds(15))
        .until(() -> secondsHeard(regulator) > 4);
    assertThat(server.beats("REGULATOR")).isZero();
  }

  private static double secondsHeard(Page page) {
    Object clock =
        page.evaluate("() => import('/js/sound.js').then(sound => sound.soundClock() + 0.5)");
    return ((Number) clock).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({
    "UTC+8,Etc/GMT-8",
    "GMT+8,Etc/GMT-8",
    "+08:00,+08:00",
    "-3,Etc/GMT+3",
    "Z,UTC",
    "+05:30,+05:30",
    "Asia/Urumqi,Asia/Urumqi",
    "UTC,Asia/Shanghai",
    "+08:00:30,Asia/Shanghai",
  })
  void aMineOfAnyTimeZoneThatAPlanMayTellIsDrawnByIt(String told, String drawn) throws Exception {
    server.mine.liesIn(told);
    Page page = open("dispatcher", "zh-CN");
    assertThat(page.locator(".c-NORMAL")).hasCount(12);
    assertThat(page.evaluate("() => import('/js/clock.js').then(clock => clock.mineZone())"))
        .isEqualTo(drawn);
  }
}
