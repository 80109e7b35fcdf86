package io.minewatch.bench.nation;

import io.minewatch.bench.limit.LimitHarness;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * B1 at the broker: the limit harness hears the same messages as the product, acknowledges each at
 * once, and writes every reading in batches. No engine, no restart, no journal: what it finds goes
 * to a file. A batch that the store refuses ends it, for then it would only look fast.
 */
public final class LimitProgram implements MqttListener {
  /** Lines of one request, as the archive job sends them. */
  private static final int BATCH = 5_000;

  private final Map<String, String[]> heads = new HashMap<>();
  private final CompletableFuture<MqttLink> link = new CompletableFuture<>();
  private final ExecutorService writing = Executors.newSingleThreadExecutor();
  private final Lines lines = new Lines();
  private final LimitHarness harness;
  private final @Nullable LineWriter store;
  private final Writer alarms;
  private int told;

  private LimitProgram(Workload workload, @Nullable LineWriter store, Path alarms)
      throws IOException {
    this.store = store;
    this.alarms = Files.newBufferedWriter(alarms);
    List<Plan> plans = workload.mines().stream().map(Mine::plan).toList();
    plans.forEach(plan -> heads.put(plan.mine().value(), heads(plan)));
    harness = new LimitHarness(plans, store == null ? LimitHarness.Recorder.NOTHING : this::keep);
  }

  /**
   * Starts it.
   *
   * @param store where readings are written; null for nowhere
   * @param folder where the file of what it finds lies
   */
  public static void start(
      Workload workload, MqttSettings line, @Nullable LineWriter store, Path folder, Clock clock)
      throws IOException {
    LimitProgram program = new LimitProgram(workload, store, PeerAlarms.file(folder));
    program.link.complete(
        MqttLink.open(
            line.withClientId("observer.limit"),
            List.of(Topic.filter(Topic.Kind.READINGS), Topic.filter(Topic.Kind.POSITIONS)),
            program,
            clock));
  }

  private static String[] heads(Plan plan) {
    String[] heads = new String[plan.points().size()];
    for (int i = 0; i < heads.length; i++) {
      PointPlan point = plan.points().get(i);
      heads[i] =
          Lines.head(
              point.measure(), plan.mine().value(), point.id().value(), point.zone().value());
    }
    return heads;
  }

  private void keep(Plan mine, int place, double value, long measured) {
    String[] known = heads.get(mine.mine().value());
    if (known != null) {
      lines.add(known[place], value, Quality.GOOD, measured);
    }
    if (lines.count() >= BATCH) {
      byte[] batch = lines.take();
      writing.execute(() -> write(batch));
    }
  }

  private void write(byte[] batch) {
    LineWriter to = store;
    Answer answer = to == null ? null : to.write(batch);
    if (answer != null && answer.verdict(BATCH) != Verdict.OK) {
      System.err.println("the store refuses: " + answer);
      Runtime.getRuntime().halt(1);
    }
  }

  @Override
  public void onMessage(Delivery delivery) {
    try {
      harness.judge(delivery.envelope().topic(), delivery.envelope().payload());
    } catch (RuntimeException e) {
      e.printStackTrace(); // the link would lose it, and the program look idle
      Runtime.getRuntime().halt(1);
    }
    if (harness.told().size() > told) {
      tell();
    }
    var unused = link.thenAccept(opened -> opened.acknowledge(delivery));
  }

  private void tell() {
    try {
      for (; told < harness.told().size(); told++) {
        alarms.write(PeerAlarms.line(harness.told().get(told)) + "\n");
      }
      alarms.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
