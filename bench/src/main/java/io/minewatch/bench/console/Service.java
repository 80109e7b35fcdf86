package io.minewatch.bench.console;

import io.minewatch.bench.process.CpuTime;
import io.minewatch.bench.process.Part;
import io.minewatch.bench.process.Programs;
import io.minewatch.domain.wire.Envelope;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The alerting service as a process of its own, which is told what a broker would hand over. */
public final class Service implements AutoCloseable {
  /** What it says before the port on which it listens. */
  public static final String PORT_WORD = "bench port ";

  /** What it says before the heap that it keeps, in MiB. */
  public static final String HEAP_WORD = "bench heap ";

  /** Variable with the password of its accounts. */
  public static final String PASSWORD = "MINEWATCH_BENCH_PASSWORD";

  private static final String END = ";";
  private static final String MAIN = "io.minewatch.bench.app.ServiceMain";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** As the launcher gives its programs. */
  private static final int HEAP_MEBIBYTES = 768;

  private final Part part;
  private final DataOutputStream told;
  private final int port;
  private final String password;

  private Service(Part part, String password) {
    this.part = part;
    this.password = password;
    told = new DataOutputStream(new BufferedOutputStream(part.input(), 1 << 16));
    part.awaitWord(PORT_WORD, PATIENCE);
    port = last(PORT_WORD);
  }

  /**
   * Starts it and returns when it listens.
   *
   * @param name of its log
   * @param folder of that log and of its database
   */
  static Service start(String name, Path rules, Path mines, Path folder, String password)
      throws IOException {
    List<String> command =
        Programs.java(
            HEAP_MEBIBYTES,
            MAIN,
            rules.toString(),
            mines.toString(),
            folder.resolve(name + ".db").toString());
    return new Service(
        Part.start(new Programs.Program(name, command, Map.of(PASSWORD, password)), folder),
        password);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Signs in. */
  Session session(String user) throws IOException, InterruptedException {
    return Session.begin(url(), user, password);
  }

  /** A reading, a summary, a head count. */
  synchronized void live(List<Envelope> messages) {
    write(PipedBus.Kind.LIVE, messages);
  }

  /** Findings. */
  synchronized void durable(List<Envelope> messages) {
    write(PipedBus.Kind.DURABLE, messages);
  }

  private void write(PipedBus.Kind kind, List<Envelope> messages) {
    try {
      for (Envelope each : messages) {
        PipedBus.write(told, kind, each);
      }
      told.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("it has ended; it said: " + part.said(), e);
    }
  }

  /** The heap that it keeps, garbage left out. */
  synchronized int heapMebibytes() {
    int before = count();
    try {
      PipedBus.askHeap(told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    part.await("its heap", PATIENCE, () -> count() > before);
    return last(HEAP_WORD);
  }

  private int count() {
    return part.said().split(HEAP_WORD, -1).length;
  }

  private int last(String word) {
    String said = part.said();
    int from = said.lastIndexOf(word) + word.length();
    return Integer.parseInt(said.substring(from, said.indexOf(END, from)));
  }

  CpuTime cpu() {
    return part.cpu();
  }

  @Override
  public void close() {
    try {
      told.close();
    } catch (IOException e) {
      // it has ended already
    }
    part.close();
  }
}
