package io.minewatch.bench.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import io.minewatch.bench.process.CpuTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The installed Chromium, what its pages complain about, and what its processes use. */
public final class Chromium implements AutoCloseable {
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));

  /** Of a control room's screen. */
  private static final int WIDTH = 1280;

  private static final int HEIGHT = 720;

  final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Playwright playwright;
  private final Browser browser;

  Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
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

  /** The browser of this machine, if there is one. */
  public static Optional<Path> installed() {
    return BROWSERS.stream().filter(Files::isExecutable).findFirst();
  }

  String version() {
    return browser.version();
  }

  /**
   * A page with an empty cache; the caller closes its context.
   *
   * @param script run in each document before any of its own
   */
  Page page(Session who, String script) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setLocale("en-US"));
    context.addCookies(List.of(new Cookie(Session.COOKIE, who.cookie()).setUrl(who.url())));
    context.addInitScript(script);
    Page page = context.newPage();
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

  /**
   * CPU-seconds so far.
   *
   * @param renderers of the processes that run pages
   * @param all of these and of the rest of the browser
   */
  record Used(double renderers, double all) {
    Used since(Used before) {
      return new Used(renderers - before.renderers, all - before.all);
    }
  }

  /** What the browser's processes that live have used. */
  static Used used() {
    double renderers = 0;
    double all = 0;
    for (ProcessHandle each : ProcessHandle.current().descendants().toList()) {
      String command = command(each.pid());
      if (BROWSERS.stream().anyMatch(name -> command.contains(name.getFileName().toString()))) {
        double seconds = CpuTime.of(each.pid()).seconds();
        all += seconds;
        renderers += command.contains("--type=renderer") ? seconds : 0;
      }
    }
    return new Used(renderers, all);
  }

  private static String command(long process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process), "cmdline"));
    } catch (IOException e) {
      return ""; // it has ended meanwhile
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
