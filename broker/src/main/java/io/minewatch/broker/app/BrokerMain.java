package io.minewatch.broker.app;

import io.minewatch.broker.access.MosquittoAcl;
import io.minewatch.broker.account.AccountsFile;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The broker as a program.
 *
 * <pre>
 * run [--settings FILE]                          until it is told to stop
 * add-account FILE USER ROLE [MINE]              prints the new password, once
 * new-gateway FILE MINE GATEWAY BROKER FOLDER    account, settings and password of a new gateway
 * mosquitto-acl FILE                             prints the accounts' rights as Mosquitto's acl_file
 * </pre>
 *
 * Ends with 0 when all went well, 1 when it could not, 2 when it was asked wrongly.
 */
public final class BrokerMain {
  private static final String USAGE =
      "usage: run [--settings FILE] | add-account FILE USER ROLE [MINE]"
          + " | new-gateway FILE MINE GATEWAY BROKER FOLDER | mosquitto-acl FILE";

  private static final String LOGGING = "logback.configurationFile";

  private BrokerMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    // HiveMQ ships a logback.xml at the root of its jar, which would be taken.
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "minewatch-broker-logback.xml");
    }
    int code = call(args, System.getenv());
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int call(String[] args, Map<String, String> environment) {
    try {
      if (args.length >= 1 && args[0].equals("run") && (args.length == 1 || args.length == 3)) {
        run(settingsFile(args), environment);
        return 0;
      }
      if (args.length >= 1 && args[0].equals("add-account") && args.length >= 4) {
        System.out.println(
            AddAccount.add(
                Path.of(args[1]),
                args[2],
                args[3],
                args.length > 4 ? args[4] : null,
                new SecureRandom()));
        return 0;
      }
      if (args.length == 6 && args[0].equals("new-gateway")) {
        System.out.print(NewGateway.make(wanted(args), new SecureRandom()));
        return 0;
      }
      if (args.length == 2 && args[0].equals("mosquitto-acl")) {
        System.out.print(MosquittoAcl.of(AccountsFile.read(Path.of(args[1]))));
        return 0;
      }
      System.err.println(USAGE);
      return 2;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        System.err.println("because: " + cause);
      }
      return 1;
    }
  }

  private static NewGateway.Wanted wanted(String[] args) {
    return new NewGateway.Wanted(
        Path.of(args[1]),
        new MineCode(args[2]),
        new GatewayId(args[3]),
        URI.create(args[4]),
        Path.of(args[5]));
  }

  private static @Nullable Path settingsFile(String[] args) {
    if (args.length == 1) {
      return null;
    }
    if (!args[1].equals("--settings")) {
      throw new IllegalArgumentException(USAGE);
    }
    return Path.of(args[2]);
  }

  private static void run(@Nullable Path file, Map<String, String> environment) throws IOException {
    ProgramSettings settings = SettingsReader.read(file, environment);
    RunningBroker.start(settings);
  }
}
