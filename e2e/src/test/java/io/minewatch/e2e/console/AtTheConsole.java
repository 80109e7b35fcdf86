package io.minewatch.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** A browser before the console, whose server each test plays itself; no page may complain. */
abstract class AtTheConsole {
  static final Clock CLOCK = Clock.systemUTC();

  ConsoleStub server;
  Screen screen;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(
        Screen.installed().isPresent(), "no Chromium is installed: not looked at");
    server = new ConsoleStub(CLOCK, 0);
    screen = new Screen();
  }

  @AfterEach
  void stop() {
    try {
      if (screen != null) {
        assertThat(screen.complaints).isEmpty();
      }
    } finally {
      close();
    }
  }

  private void close() {
    if (screen != null) {
      screen.close();
    }
    if (server != null) {
      server.close();
    }
  }

  /** Signs in; the page is there when the line is. */
  void signIn(Page page, String user) {
    page.navigate(server.url());
    page.locator("[name=user]").fill(user);
    page.locator("[name=password]").fill(StubSessions.PASSWORD);
    page.locator("form .primary").click();
    assertThat(page.locator(".line.good")).isVisible();
  }

  /** What a person sees at this moment, kept, and held to what a machine can tell of WCAG AA. */
  static void picture(Page page, String name) {
    Screen.picture(page, name);
    Accessible.check(page, name);
  }
}
