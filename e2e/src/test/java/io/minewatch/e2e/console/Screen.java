package io.minewatch.e2e.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The installed Chromium with one page, and everything the page complained about. */
public final class Screen implements AutoCloseable {
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
  private static final Path PICTURES = Path.of("target", "screens");

  public final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Playwright playwright;
  private final Browser browser;

  public Screen() {
    // The numbers of a page move with the ticks of its server, and the machine may be busy.
    PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(installed().orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }

  /** The browser; none, with a word why, where there is none. */
  public static Optional<Path> installed() {
    Optional<Path> found = BROWSERS.stream().filter(Files::isExecutable).findFirst();
    if (found.isEmpty()) {
      System.out.println("SKIPPED: no Chromium on this machine (Debian: apt-get install chromium)");
    }
    return found;
  }

  /** A fresh page of its own session. */
  public Page page(int width, int height, ColorScheme light, String language) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(light)
                .setLocale(language));
    context.addInitScript(
        "document.addEventListener('securitypolicyviolation',"
            + " e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))");
    Page page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          // A refusal by status is an answer, which the browser logs as an error all the same.
          boolean answer = message.text().startsWith("Failed to load resource");
          if (message.type().equals("error") && !answer) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    return page;
  }

  public static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
