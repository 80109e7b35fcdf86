package io.minewatch.jobs.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SinkWriter.Context;

/** Tells on the mine's rejected topic which lines the store would not take, and why. */
final class DeadLetters implements AutoCloseable {
  /** Most letters between two checkpoints; a store that refuses everything must not flood. */
  static final int MOST = 100;

  private static final Context NO_TIME =
      new Context() {
        @Override
        public long currentWatermark() {
          return Long.MIN_VALUE;
        }

        @Override
        @SuppressWarnings("NullAway") // as the interface says: null where there is no timestamp
        public Long timestamp() {
          return null;
        }
      };

  private final SinkWriter<Outgoing> out;
  private int written;

  DeadLetters(SinkWriter<Outgoing> out) {
    this.out = out;
  }

  /** Writes a letter, unless there were too many since the last flush. */
  void write(Delivery.Refused refused, Instant at) throws IOException, InterruptedException {
    SeriesBatch line = refused.line();
    String mine = Topic.mineOf(line.topic());
    if (written == MOST || !MineCode.isValid(mine)) {
      return;
    }
    written++;
    String text = new String(line.lines(), UTF_8).strip();
    String said = "the series store answered " + refused.answer().status();
    Rejection rejection =
        new Rejection(
            at,
            "archive",
            line.topic(),
            RejectReason.REFUSED_BY_STORE,
            said + ": " + refused.answer().text(),
            line.session(),
            line.sequence(),
            text);
    String topic = Topic.of(Topic.Kind.REJECTED, new MineCode(mine)).toString();
    out.write(Outgoing.event(topic, Messages.write(rejection), ContentTypes.JSON), NO_TIME);
  }

  void flush() throws IOException, InterruptedException {
    written = 0;
    out.flush(false);
  }

  @Override
  public void close() throws Exception {
    out.close();
  }
}
