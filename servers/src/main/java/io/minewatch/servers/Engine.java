package io.minewatch.servers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Whether a container engine answers, and with which image a server is run there. An image is a
 * setting: {@code TEST_IMAGE_} and the server's name in capitals; without it, the public one.
 * Nothing is fetched unless {@code TEST_IMAGE_PULL} is {@code true}: what the engine has not is run
 * as a local process.
 */
public final class Engine {
  private static final Path SOCKET = Path.of("/var/run/docker.sock");
  private static final Map<String, String> PUBLIC =
      Map.of(
          "influxdb", "influxdb:1.8.10",
          "postgres", "postgres:16.4",
          "mosquitto", "eclipse-mosquitto:2.0.18",
          "java", "eclipse-temurin:17-jre");

  /** What was already said; once is enough for each JVM. */
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private Engine() {}

  /** Asked once in a JVM. */
  private static final class Answer {
    static final boolean YES = asked();

    private static boolean asked() {
      for (String loud : List.of("org.testcontainers", "com.github.dockerjava", "tc")) {
        if (LoggerFactory.getLogger(loud) instanceof Logger logger) {
          logger.setLevel(Level.WARN); // a test's log is about the product
        }
      }
      boolean wanted = !"none".equals(System.getenv("TEST_ENGINE"));
      boolean named = wanted && (System.getenv("DOCKER_HOST") != null || Files.exists(SOCKET));
      return named && DockerClientFactory.instance().isDockerAvailable();
    }
  }

  /** Whether one answers. */
  public static boolean answers() {
    return Answer.YES;
  }

  /** The image of this server; empty, with a word why, where it is to run as a local process. */
  public static Optional<String> image(String server) {
    String image = name(server);
    if (!answers()) {
      say(server + " runs as a local process: no container engine answers");
      return Optional.empty();
    }
    if (!has(image) && !mayPull()) {
      say(server + " runs as a local process: the container engine has no image " + image);
      return Optional.empty();
    }
    say(server + " runs in a container of " + image);
    return Optional.of(image);
  }

  /** What the settings call the image of this server, whether or not it is there. */
  static String name(String server) {
    String setting = System.getenv("TEST_IMAGE_" + server.toUpperCase(Locale.ROOT));
    String image = setting == null ? PUBLIC.get(server) : setting;
    if (image == null) {
      throw new IllegalArgumentException("no image is known for " + server);
    }
    return image;
  }

  static boolean mayPull() {
    return Boolean.parseBoolean(System.getenv("TEST_IMAGE_PULL"));
  }

  private static boolean has(String image) {
    try {
      DockerClientFactory.instance().client().inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false; // the answer to the question
    }
  }

  private static void say(String what) {
    if (SAID.add(what)) {
      System.out.println("servers: " + what);
    }
  }
}
