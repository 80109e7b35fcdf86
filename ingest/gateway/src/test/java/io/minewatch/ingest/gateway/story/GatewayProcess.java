package io.minewatch.ingest.gateway.story;

import io.minewatch.ingest.gateway.app.GatewayMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The gateway as the launcher starts it, by the same options, in as little memory. */
final class GatewayProcess implements AutoCloseable {
  private static final String OPTIONS = "@" + Path.of("jvm.options").toAbsolutePath();

  private final Process process;
  private final Path log;

  private GatewayProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static GatewayProcess start(Path log, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(OPTIONS);
    String jar = System.getProperty("minewatch.gateway.jar");
    command.addAll(
        jar == null
            ? List.of("-cp", System.getProperty("java.class.path"), GatewayMain.class.getName())
            : List.of("-jar", jar));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("MINEWATCH_"));
    builder.environment().put("MALLOC_ARENA_MAX", "1"); // as the launcher does
    builder.environment().putAll(environment);
    return new GatewayProcess(builder.start(), log);
  }

  String said() throws IOException {
    return Files.readString(log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The most memory that it ever had in use, in MB; Linux only, else -1. */
  long mostMegabytes() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  /** As by kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  /** As by kill; returns its exit code. */
  int end() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** Waits for its end by itself; returns its exit code. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the gateway does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
