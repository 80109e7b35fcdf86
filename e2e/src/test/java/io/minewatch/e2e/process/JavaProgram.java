package io.minewatch.e2e.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A program of the product as a process of its own, on the test's class path; ended by its id. */
public final class JavaProgram implements AutoCloseable {
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.net",
          "java.io",
          "java.nio",
          "sun.nio.ch",
          "java.lang.reflect",
          "java.text",
          "java.time",
          "sun.net.util");

  private final String name;
  private final Process process;
  private final Path log;

  private JavaProgram(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts it; what it prints goes to {@code <folder>/<name>.log}, appended. */
  public static JavaProgram start(
      String name, Path folder, Class<?> main, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8"));
    OPENED.forEach(name1 -> command.add("--add-opens=java.base/" + name1 + "=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new JavaProgram(name, builder.start(), log);
  }

  /** Waits until it has printed the text. */
  public void awaitPrinted(String text, Duration atMost) {
    Awaitility.await(name + " prints '" + text + "'")
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              if (!process.isAlive() && !printed().contains(text)) {
                throw new IllegalStateException(name + " ended early:\n" + tail());
              }
              return printed().contains(text);
            });
  }

  /** Everything it has printed so far. */
  public String printed() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  private String tail() throws IOException {
    String all = printed();
    return all.substring(Math.max(0, all.length() - 4_000));
  }

  /** Waits until it has ended by itself; returns its exit code. */
  public int awaitExit(Duration atMost) {
    Awaitility.await(name + " ends").atMost(atMost).until(() -> !process.isAlive());
    return process.exitValue();
  }

  /** As {@code kill -9}: no shutdown hook runs. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** As a person or an init system ends it (SIGTERM); answers its exit code. */
  public int end(Duration atMost) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          name + " still runs " + atMost + " after it was asked to end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException(name + " did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
