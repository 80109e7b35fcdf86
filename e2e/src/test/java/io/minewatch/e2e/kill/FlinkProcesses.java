package io.minewatch.e2e.kill;

import io.minewatch.e2e.process.JavaProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.awaitility.Awaitility;

/** A Flink cluster of separate processes, set up by the file that we ship. */
final class FlinkProcesses implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "JAVA_TOOL_OPTIONS",
          "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
              + " -Dlogback.configurationFile=minewatch-jobs-logback.xml");

  private final Path folder;
  private final int restPort = Plant.freePort();
  private final int metricsPort = Plant.freePort();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JavaProgram> started = new ArrayList<>();

  /** Writes the shipped settings, metrics switched on, with ports of our own; starts nothing. */
  FlinkProcesses(Path folder) throws IOException {
    this.folder = Files.createDirectory(folder.resolve("flink"));
    String shipped = Files.readString(Checkout.root().resolve("deploy/flink/config.yaml"));
    Files.writeString(
        this.folder.resolve("config.yaml"),
        shipped
            .replace("port: 6123", "port: " + Plant.freePort())
            .replace("port: 6124", "port: " + Plant.freePort())
            .replace("port: 8081", "port: " + restPort)
            .replaceAll("(?m)^# (metrics:|  .*)$", "$1")
            .replace("port: 9249-9259", "port: " + metricsPort + "-" + lastMetricsPort()));
  }

  /** Enough for the processes of a test. */
  private int lastMetricsPort() {
    return metricsPort + 5;
  }

  /** What Prometheus would read of all processes that run. */
  String metrics() throws InterruptedException {
    StringBuilder all = new StringBuilder();
    for (int port = metricsPort; port <= lastMetricsPort(); port++) {
      try {
        all.append(
            http.send(
                    get("http://127.0.0.1:" + port + "/metrics"),
                    HttpResponse.BodyHandlers.ofString())
                .body());
      } catch (IOException e) {
        // none of ours has this port, or it is too busy to answer now
      }
    }
    return all.toString();
  }

  /** Where jobs are handed in. */
  String address() {
    return "127.0.0.1:" + restPort;
  }

  JavaProgram jobManager(String name) throws IOException {
    JavaProgram program = start(name, StandaloneSessionClusterEntrypoint.class);
    Awaitility.await(name + " answers").atMost(START).until(this::answers);
    return program;
  }

  private boolean answers() throws InterruptedException {
    HttpRequest overview = get("http://" + address() + "/overview");
    try {
      return http.send(overview, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // nobody listens there yet
    }
  }

  private static HttpRequest get(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build();
  }

  JavaProgram taskManager(String name) throws IOException {
    return start(name, TaskManagerRunner.class);
  }

  private JavaProgram start(String name, Class<?> main) throws IOException {
    JavaProgram program =
        JavaProgram.start(name, folder, main, ENVIRONMENT, "-c", folder.toString());
    started.add(program);
    return program;
  }

  @Override
  public void close() {
    started.forEach(JavaProgram::kill);
  }
}
