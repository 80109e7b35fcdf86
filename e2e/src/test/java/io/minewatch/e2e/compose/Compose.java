package io.minewatch.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.servers.Engine;
import io.minewatch.servers.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code docker-compose.yml} and what it needs, copied into a folder of its own, with our image
 * made from what Maven built, ports of its own and stand-ins for the public images.
 */
final class Compose implements AutoCloseable {
  private static final String PROGRAM = "/usr/bin/docker-compose";
  private static final int PATIENCE_MINUTES = 6;
  private static final String OURS = "minewatch:under-test";

  /** Enough for one small mine, and quick to start beside other tests. */
  private static final String SMALL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private final Path folder;
  private final int http = Loopback.freePort();
  private final Map<String, String> environment = new TreeMap<>();

  private Compose(Path folder) {
    this.folder = folder;
    environment.put("COMPOSE_PROJECT_NAME", "minewatch-test-" + http);
    environment.put("DOCKER_BUILDKIT", "0"); // the builder that every engine has
    environment.put("MINEWATCH_IMAGE", OURS);
    environment.put("MINEWATCH_HTTP_PORT", String.valueOf(http));
    environment.put("MINEWATCH_MQTT_PORT", String.valueOf(Loopback.freePort()));
    environment.put("MINEWATCH_JAVA_OPTS", SMALL);
  }

  /** For its form alone, without an engine. Empty, with a word why, where compose is not there. */
  static Optional<Compose> laidOut(Path checkout, Path folder) throws IOException {
    if (!Files.isExecutable(Path.of(PROGRAM))) {
      System.out.println("SKIPPED: no " + PROGRAM + " (Debian: apt-get install docker-compose)");
      return Optional.empty();
    }
    copy(checkout, folder, "docker-compose.yml");
    try (Stream<Path> files = Files.list(checkout.resolve("deploy/compose"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(checkout, folder, "deploy/compose/" + file.getFileName());
      }
    }
    return Optional.of(new Compose(folder));
  }

  /** To be started, with our image made. Empty, with a word why, where it cannot be run. */
  static Optional<Compose> runnable(Path checkout, Path folder) throws IOException {
    Optional<String> java = Engine.image("java");
    Optional<String> postgres = Engine.image("postgres");
    Optional<String> influxdb = Engine.image("influxdb");
    if (java.isEmpty() || postgres.isEmpty() || influxdb.isEmpty()) {
      System.out.println("SKIPPED: docker-compose.yml is not run without an engine, see above");
      return Optional.empty();
    }
    if (!Files.exists(checkout.resolve("standalone/target/classpath.libraries"))) {
      System.out.println("SKIPPED: docker-compose.yml runs what `mvn package` makes");
      return Optional.empty();
    }
    Optional<Compose> found = laidOut(checkout, folder);
    if (found.isPresent()) {
      Map<String, String> environment = found.get().environment;
      environment.put("BASE", java.get());
      environment.put("POSTGRES_IMAGE", postgres.get());
      environment.put("INFLUXDB_IMAGE", influxdb.get());
      found.get().run(checkout, "deploy/image.sh", OURS);
    }
    return found;
  }

  private static void copy(Path checkout, Path folder, String name) throws IOException {
    Path to = folder.resolve(name);
    Files.createDirectories(to.getParent());
    Files.copy(checkout.resolve(name), to);
  }

  /** Makes the secrets and starts these services with what they depend on. */
  void up(String... services) throws IOException {
    run(folder, "deploy/compose/secrets.sh");
    List<String> words = new ArrayList<>(List.of(PROGRAM, "--profile", "demo"));
    words.addAll(List.of("up", "-d", "--no-build"));
    words.addAll(List.of(services));
    run(folder, words.toArray(String[]::new));
  }

  /** What compose makes of the file: every problem of form is one. */
  String config() throws IOException {
    return run(folder, PROGRAM, "--profile", "demo", "--profile", "mosquitto", "config");
  }

  String secret(String name) throws IOException {
    return Files.readString(folder.resolve("deploy/compose/secrets").resolve(name));
  }

  int http() {
    return http;
  }

  /** The last lines of every service, for who wants to know why. */
  String logs() throws IOException {
    return run(folder, PROGRAM, "logs", "--no-color", "--tail", "15");
  }

  private String run(Path in, String... words) throws IOException {
    Path said = Files.createTempFile("compose", ".log");
    ProcessBuilder builder = new ProcessBuilder(words).directory(in.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as(words[0]).isTrue();
      String text = Files.readString(said);
      assertThat(process.exitValue()).as(String.join(" ", words) + ": " + text).isZero();
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
      Files.delete(said);
    }
  }

  @Override
  public void close() {
    try {
      run(folder, PROGRAM, "--profile", "demo", "down", "-v", "-t", "1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
