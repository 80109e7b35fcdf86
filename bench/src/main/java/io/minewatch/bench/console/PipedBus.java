package io.minewatch.bench.console;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** In the place of a broker: what comes through a pipe is handed over at once. */
public final class PipedBus implements Bus {
  /** What comes through the pipe. */
  enum Kind {
    LIVE,
    DURABLE,
    HEAP
  }

  private volatile @Nullable Receiver receiver;

  @Override
  public void start(Receiver to) {
    receiver = to;
  }

  /** Writes a message to the other end of the pipe. */
  static void write(DataOutputStream out, Kind kind, Envelope message) throws IOException {
    out.writeUTF(kind.name());
    out.writeUTF(message.topic());
    out.writeUTF(message.contentType());
    out.writeInt(message.payload().length);
    out.write(message.payload());
  }

  /** Asks the other end how much heap is kept. */
  static void askHeap(DataOutputStream out) throws IOException {
    out.writeUTF(Kind.HEAP.name());
    out.flush();
  }

  /**
   * Hands over what comes, until the pipe ends.
   *
   * @param heap run when it is asked for
   */
  public void read(InputStream from, Clock clock, Runnable heap) throws IOException {
    DataInputStream in = new DataInputStream(from);
    Receiver to = Objects.requireNonNull(receiver, "started");
    while (true) {
      Kind kind;
      try {
        kind = Kind.valueOf(in.readUTF());
      } catch (EOFException e) {
        return;
      }
      if (kind == Kind.HEAP) {
        heap.run();
        continue;
      }
      String topic = in.readUTF();
      String contentType = in.readUTF();
      byte[] payload = in.readNBytes(in.readInt());
      Envelope message =
          new Envelope(
              topic, payload, contentType, "", Envelope.NO_SEQUENCE, Lane.LIVE, clock.millis());
      if (kind == Kind.LIVE) {
        to.live(message);
      } else {
        to.durable(message, () -> {});
      }
    }
  }

  @Override
  public void lead() {}

  @Override
  public void follow() {}

  @Override
  public CompletableFuture<Void> publish(Outgoing message) {
    return CompletableFuture.completedFuture(null);
  }

  /** What is offered may be lost; nobody listens here. */
  @Override
  public CompletableFuture<Void> offer(Outgoing message) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean wasForgotten() {
    return false;
  }

  @Override
  public boolean isConnected() {
    return receiver != null;
  }

  @Override
  public void close() {}
}
