package io.minewatch.ingest.gateway.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The gateway as a program.
 *
 * <pre>
 * [--settings FILE] [--check]
 * </pre>
 *
 * Ends with 0 when it was told to stop (or when {@code --check} found nothing wrong), 1 when it
 * cannot go on, 2 when its settings are wrong.
 */
public final class GatewayMain {
  private static final String USAGE = "usage: [--settings FILE] [--check]";
  private static final String LOGGING = "logback.configurationFile";

  private GatewayMain() {}

  /** Starts the program. */
  public static void main(String[] arguments) throws InterruptedException {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "minewatch-gateway-logback.xml");
    }
    int code = call(arguments, System.getenv());
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int call(String[] arguments, Map<String, String> environment)
      throws InterruptedException {
    GatewaySettings settings;
    boolean checkOnly = false;
    try {
      Path file = null;
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i].equals("--check")) {
          checkOnly = true;
        } else if (arguments[i].equals("--settings") && i + 1 < arguments.length) {
          file = Path.of(arguments[++i]);
        } else {
          throw new IllegalArgumentException(USAGE);
        }
      }
      settings = SettingsForm.read(file, environment);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    if (checkOnly) {
      System.out.println("the settings of gateway " + settings.site() + " are in order");
      return 0;
    }
    return run(settings);
  }

  private static int run(GatewaySettings settings) throws InterruptedException {
    RunningGateway gateway;
    try {
      gateway = RunningGateway.start(settings, Clock.systemUTC());
    } catch (IOException e) {
      System.err.println(e.getMessage() + because(e.getCause()));
      return 1;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "farewell"));
    try {
      gateway.ended().get();
      return 0;
    } catch (ExecutionException e) {
      System.err.println("the gateway cannot go on: " + e.getCause());
      return 1;
    }
  }

  private static String because(@Nullable Throwable cause) {
    return cause == null ? "" : " (" + cause.getMessage() + ")";
  }
}
