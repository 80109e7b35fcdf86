package io.minewatch.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The servers that tests know. Each is empty, with a word why, where it cannot be had. */
public final class Servers {
  /** Who owns everything in a PostgreSQL of a test; there is no password. */
  public static final String POSTGRES_USER = "minewatch";

  private static final String CONF = "/minewatch.conf";
  private static final int INFLUX_PORT = 8086;
  private static final int MQTT_PORT = 1883;
  private static final int POSTGRES_PORT = 5432;

  private Servers() {}

  /**
   * InfluxDB 1.x with sign-in; whoever comes first makes the administrator.
   *
   * @param folder empty, used by a local process alone
   */
  public static Optional<Server> influxdb(Path folder) throws IOException {
    Optional<String> image = Engine.image("influxdb");
    if (image.isPresent()) {
      String conf = influxConf("/var/lib/influxdb", "0.0.0.0:" + INFLUX_PORT, "127.0.0.1:8088");
      return Optional.of(
          new Contained(
              image.get(),
              INFLUX_PORT,
              new Contained.Settings(
                  Map.of(), Map.of(CONF, conf), List.of("influxd", "-config", CONF))));
    }
    Optional<Path> program = program("influxd", "influxdb");
    if (program.isEmpty()) {
      return Optional.empty();
    }
    int port = Loopback.freePort();
    String backup = "127.0.0.1:" + Loopback.freePort();
    String conf = influxConf(folder.toString(), "127.0.0.1:" + port, backup);
    Path file = Files.writeString(Files.createDirectories(folder).resolve("influxd.conf"), conf);
    return Optional.of(
        new LocalProcess(
            folder, port, List.of(program.get().toString(), "-config", file.toString())));
  }

  private static String influxConf(String folder, String http, String backup) {
    return """
    reporting-disabled = true
    bind-address = "%s"
    [meta]
      dir = "%s/meta"
    [data]
      dir = "%s/data"
      wal-dir = "%s/wal"
      query-log-enabled = false
    [monitor]
      store-enabled = false
    [http]
      bind-address = "%s"
      auth-enabled = true
      log-enabled = false
    """
        .formatted(backup, folder, folder, folder, http);
  }

  /**
   * Mosquitto, open to anybody on this machine.
   *
   * @param folder empty, used by a local process alone
   * @param lines more lines of its configuration
   */
  public static Optional<Server> mosquitto(Path folder, String... lines) throws IOException {
    String more = String.join("\n", lines) + "\nallow_anonymous true\n";
    Optional<String> image = Engine.image("mosquitto");
    if (image.isPresent()) {
      return Optional.of(
          new Contained(
              image.get(),
              MQTT_PORT,
              new Contained.Settings(
                  Map.of(),
                  Map.of(CONF, "listener " + MQTT_PORT + " 0.0.0.0\n" + more),
                  List.of("mosquitto", "-c", CONF))));
    }
    Optional<Path> program = program("mosquitto", "mosquitto");
    if (program.isEmpty()) {
      return Optional.empty();
    }
    int port = Loopback.freePort();
    String conf = "listener %d 127.0.0.1\n%s".formatted(port, more);
    Path file = Files.writeString(Files.createDirectories(folder).resolve("mosquitto.conf"), conf);
    return Optional.of(
        new LocalProcess(folder, port, List.of(program.get().toString(), "-c", file.toString())));
  }

  /**
   * PostgreSQL with an empty cluster.
   *
   * @param folder empty, used by a local process alone
   */
  public static Optional<Server> postgres(Path folder) throws IOException {
    Optional<String> image = Engine.image("postgres");
    if (image.isEmpty()) {
      return LocalPostgres.in(folder);
    }
    Map<String, String> environment =
        Map.of("POSTGRES_USER", POSTGRES_USER, "POSTGRES_HOST_AUTH_METHOD", "trust");
    return Optional.of(
        new Contained(
            image.get(), POSTGRES_PORT, new Contained.Settings(environment, Map.of(), List.of())));
  }

  private static Optional<Path> program(String name, String debian) {
    Optional<Path> found =
        Stream.of("/usr/bin/", "/usr/sbin/", "/usr/local/bin/")
            .map(folder -> Path.of(folder + name))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println(
          "SKIPPED: no %s on this machine (Debian: apt-get install %s)".formatted(name, debian));
    }
    return found;
  }
}
