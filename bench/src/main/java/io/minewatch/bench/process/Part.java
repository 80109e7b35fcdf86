package io.minewatch.bench.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One program as a process of its own: what it says goes to a file, what it costs can be told. */
public final class Part implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(20);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long KIBI = 1_024;

  private final Programs.Program program;
  private final Path log;
  private volatile Process process;
  private CpuTime before = new CpuTime(0, Map.of());

  /** Those that must not outlive this program, however it ends. */
  private static final Set<Part> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> RUNNING.forEach(part -> part.process.destroyForcibly()), "bench-end"));
  }

  private Part(Programs.Program program, Path log) throws IOException {
    this.program = program;
    this.log = log;
    this.process = begin();
    RUNNING.add(this);
  }

  /**
   * Starts it.
   *
   * @param folder where what it says is kept
   */
  public static Part start(Programs.Program program, Path folder) throws IOException {
    return new Part(program, folder.resolve(program.name() + ".log"));
  }

  private Process begin() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.command());
    builder.environment().putAll(program.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return builder.start();
  }

  /** By what it is told of. */
  public String name() {
    return program.name();
  }

  /** Where it hears what it is told, if it listens. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /** What it said so far. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until something is so.
   *
   * @throws IllegalStateException if it takes too long, or the program ends before
   */
  public void await(String what, Duration patience, BooleanSupplier isSo) {
    long until = System.nanoTime() + patience.toNanos();
    while (!isSo.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IllegalStateException(
            "%s: waited for %s, %s; it said: %s"
                .formatted(name(), what, process.isAlive() ? "too long" : "it has ended", tail()));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** Waits until it has said a word. */
  public void awaitWord(String word, Duration patience) {
    await("'" + word + "'", patience, () -> said().contains(word));
  }

  private String tail() {
    String all = said();
    return all.substring(Math.max(0, all.length() - 2_000));
  }

  /** All that it has used, in earlier lives too. */
  public CpuTime cpu() {
    return before.and(CpuTime.of(process.pid()));
  }

  /** The most memory that its present life held at once, in MiB. */
  public long peakMebibytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", process.pid() + "", "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / KIBI;
        }
      }
      return 0;
    } catch (IOException e) {
      return 0; // it has ended
    }
  }

  /** Ends it at once, as kill -9 does, and starts it anew. */
  public void killAndRestart() throws IOException {
    before = cpu();
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process = begin();
  }

  @Override
  public void close() {
    RUNNING.remove(this);
    process.destroy();
    try {
      if (!process.waitFor(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
