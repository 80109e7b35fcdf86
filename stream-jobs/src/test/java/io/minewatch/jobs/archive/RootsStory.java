package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.WireException;
import io.minewatch.jobs.series.SeriesBatch;
import io.minewatch.series.root.RootKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;

/** The archive job behind a broker that sends again what no checkpoint held, and what it tells. */
abstract class RootsStory extends ArchiveHarness {
  static final long START = 1_767_225_600_000L;
  static final long MINUTE = 60_000;

  /** What a store keeps: at one place of one series one line. Outlives the job. */
  final Map<String, String> store = new HashMap<>();

  /** What the broker sends again after a kill. */
  final List<Envelope> unacknowledged = new ArrayList<>();

  private @Nullable OperatorSubtaskState saved;
  @Nullable KeptRoots told;
  private long checkpoint;
  long now = START;

  final void take(Envelope message) throws Exception {
    unacknowledged.add(message);
    send(message);
    written();
  }

  private void written() {
    for (SeriesBatch batch : batches()) {
      new String(batch.lines(), UTF_8)
          .lines()
          .forEach(
              line -> {
                String place = line.substring(0, line.indexOf(' '));
                store.put(place + line.substring(line.lastIndexOf(' ')), line);
              });
    }
    harness.getOutput().clear();
  }

  final void checkpoint() throws Exception {
    saved = harness.snapshot(++checkpoint, now);
    harness.notifyOfCompletedCheckpoint(checkpoint);
    unacknowledged.clear();
    harness.setProcessingTime(now);
    written();
    var out = harness.getSideOutput(ArchiveFunction.RECEIPTS);
    while (out != null && !out.isEmpty()) {
      hear(out.poll().getValue());
    }
  }

  private void hear(Outgoing message) throws WireException {
    if (message.topic().equals("mw/v1/140921021337/roots")) {
      assertThat(message.isRetained()).isTrue();
      told = Messages.read(message.payload(), KeptRoots.class);
    }
  }

  /** The process is gone; what no checkpoint held comes again, in another order. */
  final void kill(Random random) throws Exception {
    startAgain(KEY);
    List<Envelope> again = new ArrayList<>(unacknowledged);
    Collections.shuffle(again, random);
    for (Envelope each : again) {
      send(each);
      written();
    }
  }

  final void startAgain(@Nullable RootKey key) throws Exception {
    harness.close();
    harness = harness(key);
    if (saved != null) {
      harness.initializeState(saved);
    }
    harness.open();
    harness.setProcessingTime(now);
  }

  final Envelope gas(long sequence, long measured, Random random) {
    String pack =
        "[{\"n\":\"140921021337/gw-01/T1-0101\",\"u\":\"/100\",\"v\":%s,\"t\":%s}]"
            .formatted(random.nextDouble() * 3, measured / 1_000.0);
    return new Envelope(
        READINGS, pack.getBytes(UTF_8), ContentTypes.SENML_JSON, "s1", sequence, Lane.LIVE, now);
  }
}
