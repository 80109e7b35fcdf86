package io.minewatch.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server as a process of this machine. What it says is in the file {@code log}. */
final class LocalProcess implements Server {
  private static final int PATIENCE_SECONDS = 20;

  private final Path folder;
  private final int port;
  private final List<String> command;
  private @Nullable Process process;

  /**
   * Not started yet.
   *
   * @param folder its home; what it keeps is to be below it
   */
  LocalProcess(Path folder, int port, List<String> command) {
    this.folder = folder;
    this.port = port;
    this.command = List.copyOf(command);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() throws IOException {
    Files.createDirectories(folder);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    builder.environment().put("HOME", folder.toString());
    Process started = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    process = started;
  }

  @Override
  public void kill() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroyForcibly();
    try {
      if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new UncheckedIOException(new IOException(command.get(0) + " does not end"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
