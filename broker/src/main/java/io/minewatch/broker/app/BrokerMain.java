package io.minewatch.broker.app;

import io.minewatch.broker.access.MosquittoAcl;
import io.minewatch.broker.access.MosquittoConf;
import io.minewatch.broker.account.AccountsFile;
import io.minewatch.broker.certificate.Authority;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The broker as a program.
 *
 * <pre>
 * run [--settings FILE]                          until it is told to stop
 * add-account FILE USER ROLE [MINE]              prints the new password, once
 * new-ca CA                                      an authority that signs for clients, in a new folder
 * new-gateway FILE MINE GATEWAY BROKER FOLDER [CA]
 *                                                account, settings and password of a new gateway, and
 *                                                its certificate if an authority is named
 * new-certificate CA USER KEY-STORE              a certificate for an account that is there
 * mosquitto-acl FILE                             prints the accounts' rights as Mosquitto's acl_file
 * mosquitto-conf FOLDER PORT                     prints a listener for it that asks for certificates
 * mosquitto-passwords USER=FILE…                 prints its password_file, of the passwords in files
 * mosquitto-key KEY-STORE PASSWORD-FILE          prints the key of the store as PEM
 * </pre>
 *
 * Ends with 0 when all went well, 1 when it could not, 2 when it was asked wrongly.
 */
public final class BrokerMain {
  private static final String USAGE =
      "usage: run [--settings FILE] | add-account FILE USER ROLE [MINE]"
          + " | new-ca CA | new-gateway FILE MINE GATEWAY BROKER FOLDER [CA]"
          + " | new-certificate CA USER KEY-STORE | mosquitto-acl FILE"
          + " | mosquitto-conf FOLDER PORT | mosquitto-passwords USER=FILE..."
          + " | mosquitto-key KEY-STORE PASSWORD-FILE";

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
      String said = provision(args);
      if (said == null) {
        System.err.println(USAGE);
        return 2;
      }
      System.out.print(said);
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        System.err.println("because: " + cause);
      }
      return 1;
    }
  }

  /** What makes files or prints them; null if it is none of these. */
  private static @Nullable String provision(String[] args) throws IOException {
    int given = args.length;
    String what = given == 0 ? "" : args[0];
    if ((given == 6 || given == 7) && what.equals("new-gateway")) {
      return NewGateway.make(wanted(args), new SecureRandom());
    }
    if (given == 2 && what.equals("new-ca")) {
      Authority made = Authority.make(Path.of(args[1]), new SecureRandom());
      return "the broker trusts its clients by %s, Mosquitto by %s; keep the folder to yourself%n"
          .formatted(made.trustStore(), made.certificate());
    }
    if (given == 4 && what.equals("new-certificate")) {
      Path store = Path.of(args[3]);
      Authority.of(Path.of(args[1])).issue(args[2], store, new SecureRandom());
      return "%s, with its password in %s%n".formatted(store, Authority.passwordOf(store));
    }
    if (given == 2 && what.equals("mosquitto-acl")) {
      return MosquittoAcl.of(AccountsFile.read(Path.of(args[1])));
    }
    if (given >= 2 && what.equals("mosquitto-passwords")) {
      return ForMosquitto.passwords(Arrays.copyOfRange(args, 1, given), new SecureRandom());
    }
    if (given == 3 && what.equals("mosquitto-key")) {
      return ForMosquitto.key(Path.of(args[1]), Path.of(args[2]));
    }
    return given == 3 && what.equals("mosquitto-conf")
        ? MosquittoConf.of(args[1], Integer.parseInt(args[2]))
        : null;
  }

  private static NewGateway.Wanted wanted(String[] args) throws IOException {
    return new NewGateway.Wanted(
        Path.of(args[1]),
        new MineCode(args[2]),
        new GatewayId(args[3]),
        URI.create(args[4]),
        Path.of(args[5]),
        args.length > 6 ? Authority.of(Path.of(args[6])) : null);
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
