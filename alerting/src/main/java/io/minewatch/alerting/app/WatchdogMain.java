package io.minewatch.alerting.app;

import io.minewatch.alerting.yaml.Problems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * The watchdog as a program of its own, on another machine than the platform: {@code watchdog
 * SETTINGS}. SIGTERM and Ctrl-C end it.
 */
public final class WatchdogMain {
  private static final int BAD_SETTINGS = 2;

  private WatchdogMain() {}

  /** Starts the program. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1) {
      System.err.println("usage: watchdog <settings.yaml>");
      System.exit(BAD_SETTINGS);
    }
    WatchdogSettings settings;
    try {
      settings = WatchdogSettings.read(Path.of(args[0]), System.getenv());
    } catch (Problems.BadFiles e) {
      System.err.println(e.getMessage());
      System.exit(BAD_SETTINGS);
      return;
    }
    System.out.println("watching " + settings.watch() + ", calling by " + settings.channels());
    try (Watchdog watchdog = new Watchdog(settings, Clock.systemUTC(), steady())) {
      while (!Thread.currentThread().isInterrupted()) {
        watchdog.round();
        Thread.sleep(Watchdog.EVERY.toMillis());
      }
    }
  }

  /** Goes on evenly from now, whatever is done to the clock of the machine. */
  private static Clock steady() {
    Instant begin = Instant.now();
    long nanos = System.nanoTime();
    InstantSource even = () -> begin.plusNanos(System.nanoTime() - nanos);
    return even.withZone(ZoneOffset.UTC);
  }
}
