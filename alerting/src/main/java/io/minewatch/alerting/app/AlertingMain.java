package io.minewatch.alerting.app;

import io.minewatch.alerting.yaml.Problems;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** {@code AlertingMain <settings.yaml>}: runs the service until the process is told to end. */
public final class AlertingMain {
  private static final int BAD_SETTINGS = 2;
  private static final String LOGGING = "logback.configurationFile";

  private AlertingMain() {}

  public static void main(String[] args) throws InterruptedException {
    // Before the first logger: beside a broker its library's logback.xml would be taken.
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "minewatch-alerting-logback.xml");
    }
    if (args.length != 1) {
      System.err.println("usage: alerting <settings.yaml>");
      System.exit(BAD_SETTINGS);
    }
    AlertingService service;
    try {
      AlertingSettings settings = AlertingSettings.read(Path.of(args[0]), System.getenv());
      service = AlertingService.start(settings, Clock.systemUTC());
    } catch (Problems.BadFiles e) {
      System.err.println(e.getMessage());
      System.exit(BAD_SETTINGS);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "alerting-end"));
    System.out.println("alerting answers on port " + service.port());
    service
        .generatedPasswords()
        .forEach((user, password) -> System.out.println("account " + user + ": " + password));
    new CountDownLatch(1).await();
  }
}
