package io.minewatch.e2e.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.minewatch.e2e.console.Accessible;
import io.minewatch.e2e.console.Screen;
import java.util.regex.Pattern;

/** The pages beside the home, as those walk them whose work they are. */
final class PagesWalk {
  /** A back-test, or a script's step, takes its time. */
  private static final double PATIENCE_MS = 60_000;

  private PagesWalk() {}

  /** Who runs a mine: a harmless change at once, a weakening one not alone, a roster, a drill. */
  static void leader(Page page) {
    go(page, "Registry");
    edit(page, "points", "T2-0101", "English name", "Return of face 0101, T2");
    submit(page, "better name");
    assertThat(page.locator(".told")).containsText("It holds now");
    assertThat(page.locator("h2 .quiet").first()).containsText("Version 2");

    edit(page, "zones", "face-0101", "limit of people", "18");
    page.locator(".trial button").first().click();
    assertThat(page.locator(".trial table"))
        .containsText("People disturbed", new ContainsTextOptions().setTimeout(PATIENCE_MS));
    picture(page, "20-registry-draft");
    submit(page, "two more at the face");
    assertThat(page.locator(".told")).containsText("a second person has to allow it");
    assertThat(page.locator(".waiting-change")).containsText("Lowers protection");
    assertThat(page.locator(".waiting-change")).containsText("Another person has to decide");
    picture(page, "21-registry-waits");

    roster(page);
    drill(page);
  }

  private static void roster(Page page) {
    go(page, "Roster");
    assertThat(page.locator(".rows").first()).containsText("shift dispatcher");
    assertThat(page.locator(".rows").first()).containsText("nobody on duty");
    page.getByText("Change the roster").click();
    page.getByText("+ Person").click();
    fill(page, "Person", "王建国");
    fill(page, "Account", "dispatcher");
    page.getByText("+ number").click();
    fill(page, "Numbers", "10000000001");
    page.getByText("+ shift").click();
    fill(page, "From", "00:00");
    fill(page, "Until", "00:00"); // the whole day
    picture(page, "22-roster-draft");
    page.getByText("Save the roster").click();
    assertThat(page.locator(".told")).containsText("is saved");
    assertThat(page.locator(".rows").first()).containsText("王建国");
    assertThat(page.locator(".rows").first()).containsText("never proved");
    assertThat(page.locator(".lowers")).not().containsText("shift dispatcher");
    picture(page, "22-roster");
  }

  private static void fill(Page page, String label, String value) {
    Locator input = page.locator(".rows input[aria-label=" + label + "]").last();
    input.fill(value);
    input.dispatchEvent("change");
  }

  private static void drill(Page page) {
    go(page, "Drills");
    page.getByLabel("Title").fill("Autumn exercise");
    page.getByText("Start the drill").click();
    assertThat(page.locator(".told")).containsText("The drill is set");
    assertThat(page.locator(".waiting")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
    assertThat(page.locator(".rows")).containsText("Autumn exercise");
    picture(page, "23-drill");
    page.locator(".waiting").click();
    assertThat(page.locator(".item .drill")).isVisible();
    assertThat(page.locator(".item").first().locator(".drill")).hasCount(0); // the real one first
    assertThat(page.locator(".live .c-EXCEEDED")).hasCount(0); // a drill is no reading
    assertThat(
            page.evaluate(
                "document.querySelector('.tools').getBoundingClientRect().right <= innerWidth"))
        .as("the whole head is in sight")
        .isEqualTo(true);
    picture(page, "24-drill-called");
  }

  /** Who watches: from the nation to the mine, counters, and the second person of a change. */
  static void regulator(Page page) {
    assertThat(page.locator("h1")).hasText("辖区");
    assertThat(page.locator(".figure").first()).containsText("1");
    picture(page, "25-area");
    for (String code : new String[] {"14", "1409", "140921"}) {
      page.locator(".rows").getByText(code, new Locator.GetByTextOptions().setExact(true)).click();
    }
    assertThat(page.locator(".rows")).containsText("示范煤矿");
    assertThat(page.locator(".sound")).hasCount(0); // nobody calls a regulator's screen

    go(page, "统计");
    assertThat(page.locator(".rows").first()).containsText("撤人（人次）");
    picture(page, "26-counters");
    go(page, "四线指数");
    assertThat(page.locator(".rows").first()).containsText("断网");
    picture(page, "26-four-lines");
    go(page, "问题线索");
    assertThat(page.locator(".sheet")).containsText("按辖区统计"); // a machine may have had some
    picture(page, "26-clues");
    go(page, "值班表");
    assertThat(page.locator(".rows").first()).containsText("**");
    assertThat(page.getByText("修改值班表")).hasCount(0);
    go(page, "档案与规则");
    assertThat(page.getByText("修改档案")).hasCount(0);
    page.getByLabel("决定的理由").fill("通风能力已核定");
    picture(page, "27-decision");
    page.locator(".waiting-change .primary").click();
    assertThat(page.locator(".told")).containsText("已同意");
    assertThat(page.locator(".sheet")).containsText("没有等待决定的变更");
    assertThat(page.locator(".sheet")).containsText("leader + regulator");
  }

  /** Who keeps the platform, on a phone. */
  static void administrator(Page page) {
    go(page, "平台");
    assertThat(page.locator(".rows").last()).containsText("dispatcher");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    picture(page, "28-platform-phone");
  }

  private static void edit(Page page, String section, String row, String field, String value) {
    page.getByText("Change the registry").click();
    String name = section.substring(0, section.length() - 1);
    page.locator(".editor nav button").getByText(name, exactly()).click();
    page.locator(".editor ul button")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + row + "\\s")))
        .click();
    Locator input =
        page.getByLabel(name + " · " + row + " · " + field); // of this row, once it is shown
    input.fill(value);
    input.dispatchEvent("change");
    assertThat(page.locator(".draft ins")).hasText(value);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static void submit(Page page, String why) {
    page.getByLabel("Why it is changed").fill(why);
    page.getByText("Submit").click();
  }

  private static void go(Page page, String name) {
    page.locator(".where").click();
    page.locator("#menu a").filter(new Locator.FilterOptions().setHasText(name)).first().click();
    assertThat(page.locator("h1").first()).hasText(name);
  }

  private static void picture(Page page, String name) {
    Screen.picture(page, "tour/" + name);
    Accessible.check(page, name);
  }
}
