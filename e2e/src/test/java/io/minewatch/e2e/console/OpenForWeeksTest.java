package io.minewatch.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that stays open, on whatever screen and before whatever server, leaves nothing out. */
class OpenForWeeksTest extends AtTheConsole {
  private static final Pattern STREAM = Pattern.compile("/api/stream");
  private static final Pattern MINES = Pattern.compile("/api/mines$");

  /** Longer than the page takes to try again a few times. */
  private static final double SOON = 30_000;

  private StubIncident incident(String id) {
    Map<String, Object> finding = new HashMap<>();
    finding.putAll(Map.of("point", "T1-0101", "measure", "METHANE", "unit", "%CH4"));
    finding.putAll(Map.of("kind", "OPENED", "blind", false, "value", 1.62, "limit", 1.5));
    finding.putAll(Map.of("peak", 1.71, "rule", "ch4-a", "clause", "536", "check", "LIMIT"));
    finding.put("confidence", "HIGH");
    return server.open(new StubIncident(id, "face-0101", "RED", finding, CLOCK));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 470})
  void howeverNarrowAZoneIsItsWorstPointIsDrawnAndTheOthersAreCounted(int width) throws Exception {
    incident("i-1");
    server.mine.lose("T2-0101");
    server.mine.liesInColumns(12);
    Page page = screen.page(width, 720, ColorScheme.DARK, "zh-CN");
    signIn(page, "dispatcher");
    assertThat(page.locator(".live .c-NORMAL")).hasCount(10);
    assertThat(page.locator(".map .zone")).hasCount(12);
    Locator zone = page.locator(".map .zone").first();
    assertThat(zone.locator("g[class^='k-']")).hasCount(1);
    assertThat(zone.locator("g[class^='k-'] .s-RED")).hasCount(1);
    assertThat(zone.locator(".rest text")).hasText("+11");
    assertThat(zone.locator(".rest title")).containsText("无数据");
    assertThat(zone.locator(".rest.k-NORMAL")).hasCount(0);
  }

  @Test
  void aPageWithoutAMineComesBackWhenItsLineIsRefusedNoMore() {
    Page page = screen.page(1280, 720, ColorScheme.DARK, "zh-CN");
    page.route(MINES, route -> answer(route, 200, "[]"));
    page.route(STREAM, route -> answer(route, 503, "{\"english\":\"too many\",\"words\":\"过多\"}"));
    page.navigate(server.url());
    page.locator("[name=user]").fill("dispatcher");
    page.locator("[name=password]").fill(StubSessions.PASSWORD);
    page.locator("form .primary").click();
    assertThat(page.locator(".lost")).containsText("过多");
    page.unroute(STREAM);
    assertThat(page.locator(".line.good"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON));
    assertThat(page.locator(".lost")).hasCount(0);
  }

  private static void answer(Route route, int status, String body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/json")
            .setBody(body));
  }

  @Test
  void whatHasBeenClosedForSomeMinutesIsForgottenUnlessItIsInView() {
    incident("i-1");
    Page page = screen.page(1280, 720, ColorScheme.DARK, "zh-CN");
    signIn(page, "dispatcher");
    assertThat(page.locator(".item")).hasCount(1);
    Object known =
        page.evaluate(
            """
            () => import('/js/store.js').then(({change, forgetClosed, state, takeIncident}) => {
              const one = state.incidents.get('i-1');
              const closed = (id) => takeIncident({...one, id, version: 1000, stage: 'CLOSED'});
              ['a', 'b'].forEach(closed);
              change({selected: 'b'});
              const known = () => [...state.incidents.keys()].sort().join(' ');
              const later = (minutes) => { forgetClosed(Date.now() + minutes * 60_000); return known(); };
              const told = [later(4), later(6)];
              change({selected: 'i-1'});
              return [...told, later(6)].join(', ');
            })
            """);
    assertThat(known).isEqualTo("a b i-1, b i-1, i-1");
  }

  @Test
  void whoSignedInByTheProviderGoesBackThereAndWhoGaveAPasswordGivesItAgain() {
    Page page = screen.page(1280, 720, ColorScheme.DARK, "en-US");
    signIn(page, "dispatcher");
    Locator link = page.locator(".lost a[href='/api/oidc/start']");
    Locator button = page.locator(".lost button");
    ends(page, "undefined"); // a server that does not tell
    assertThat(link).hasCount(1);
    assertThat(button).hasCount(0);
    ends(page, "'PROVIDER'");
    assertThat(link).hasCount(1);
    ends(page, "'DESK'");
    assertThat(button).hasCount(1);
    assertThat(link).hasCount(0);
  }

  private static void ends(Page page, String way) {
    page.evaluate(
        "() => import('/js/store.js').then(({change, state}) => change({me: {...state.me, way: "
            + way
            + ", until: new Date(Date.now() + 300_000).toISOString()}}))");
  }
}
