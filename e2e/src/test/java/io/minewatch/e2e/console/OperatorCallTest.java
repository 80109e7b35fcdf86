package io.minewatch.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operator's call on a telephone: one button, and then everything that follows it. */
class OperatorCallTest extends AtTheConsole {
  private static final int HEIGHT = 844;

  private Page open() {
    Page page = screen.page(390, HEIGHT, ColorScheme.LIGHT, "zh-CN");
    signIn(page, "operator");
    assertThat(page.locator(".queue")).isVisible();
    return page;
  }

  @Test
  void aCallFillsTheScreenUntilItIsAnsweredAndLeadsOnToTheOrder() {
    Page page = open();
    server.mine.read("T1-0101", 1.62);
    server.open(methane("i-1", "face-0101", "RED"));
    Locator take = page.locator(".call .take");
    assertThat(take).isEnabled();
    assertThat(page.locator(".call h1")).containsText("0101采煤工作面");
    assertThat(page.locator(".call .what")).containsText("1.62");
    assertThat(page.locator(".queue")).hasCount(0);
    assertThat(take.boundingBox().height).isGreaterThan(0.3 * HEIGHT);
    assertThat(take.boundingBox().y + take.boundingBox().height).isLessThanOrEqualTo(HEIGHT);
    picture(page, "50-operator-call");

    take.click();
    assertThat(take).hasCount(0);
    page.locator(".call .measures button").nth(0).click();
    picture(page, "51-operator-measures");
    page.locator(".call .foot .primary").click();
    assertThat(page.locator(".call .measures")).hasCount(0);
    page.locator(".call .danger").click();
    page.locator(".ask .foot .danger").click();
    page.locator(".ask .foot .danger").click();
    assertThat(page.locator(".call .remaining tbody tr")).hasCount(5);
    picture(page, "52-operator-remaining");
    page.locator(".call .plain").last().click();
    assertThat(page.locator(".call")).hasCount(0);
  }

  @Test
  void aWorseCallDoesNotComeUnderTheThumbAndAMilderOneHidesNoMeasures() {
    Page page = open();
    Locator heading = page.locator(".call h1");
    Locator more = page.locator(".call .more");
    server.open(methane("i-1", "face-0101", "YELLOW"));
    assertThat(page.locator(".call .take")).isEnabled();
    server.open(methane("i-2", "heading-0201", "RED"));
    assertThat(more).containsText("红色");
    assertThat(more).containsText("1");
    assertThat(heading).containsText("0101采煤工作面");
    picture(page, "53-operator-one-more");

    more.locator("button").click();
    assertThat(more).containsText("黄色");
    assertThat(heading).not().containsText("0101采煤工作面");
    assertThat(page.locator(".call .take")).isEnabled();
    page.locator(".call .take").click();
    assertThat(page.locator(".call .measures")).isVisible();
    assertThat(heading).not().containsText("0101采煤工作面");
    assertThat(more).containsText("黄色");
    picture(page, "54-operator-milder-waits");

    page.locator(".call .plain").last().click();
    assertThat(heading).containsText("0101采煤工作面");
    assertThat(page.locator(".call .take")).isVisible();
  }

  @Test
  void aPressAtTheMomentOfTheSwapAnswersNothing() {
    Page page = open();
    server.open(methane("i-1", "face-0101", "YELLOW"));
    assertThat(page.locator(".call .take")).isEnabled();
    server.open(methane("i-2", "heading-0201", "RED"));
    assertThat(page.locator(".call .more button")).isEnabled();
    page.evaluate(
        """
        () => {
          document.querySelector('.call .more button').click();
          document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', bubbles: true}));
        }
        """);
    Locator take = page.locator(".call .take");
    assertThat(page.locator(".call h1")).not().containsText("0101采煤工作面");
    assertThat(take).isEnabled(); // the second is over, and it waits all the same
    assertThat(page.locator(".call .more")).isVisible();
    page.keyboard().press("a");
    assertThat(take).hasCount(0);
  }

  @Test
  void aCallComesBeforeEveryPageAndAnAnsweredOneLeavesThemFree() {
    Page page = open();
    page.navigate(server.url() + "#/area");
    assertThat(page.locator(".sheets")).isVisible();
    server.open(methane("i-1", "face-0101", "RED"));
    page.locator(".call .take").click();
    assertThat(page.locator(".call .measures")).isVisible();
    page.navigate(server.url() + "#/area");
    assertThat(page.locator(".sheets")).isVisible();
    assertThat(page.locator(".call")).hasCount(0);
  }

  @Test
  void theCallOfADrillWaitsUntilAnotherPageIsLeftAndARealOneDoesNotWaitForIt() {
    Page page = open();
    page.navigate(server.url() + "#/area");
    assertThat(page.locator(".sheets")).isVisible();
    server.open(methane("i-1", "face-0101", "RED").ofDrill());
    assertThat(page.locator(".waiting")).isVisible();
    assertThat(page.locator(".call")).hasCount(0);

    server.open(methane("i-2", "heading-0201", "YELLOW"));
    assertThat(page.locator(".call h1")).not().containsText("0101采煤工作面");
    assertThat(page.locator(".call .more")).containsText("演习");
  }

  private static StubIncident methane(String id, String zone, String severity) {
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
    return new StubIncident(id, zone, severity, finding, CLOCK);
  }
}
