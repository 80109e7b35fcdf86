package io.minewatch.ingest.station;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One gateway in one session. Readings and positions share one counter, from 0 without a gap, in
 * the order of the calls; status messages are not counted. To be used by one thread.
 */
public final class Gateway {
  /** What we call ourselves in status messages. */
  public static final String SOFTWARE = "minewatch-simulator 0.1";

  /** A living gateway says so this often. */
  public static final Duration STATUS_EVERY = Duration.ofSeconds(30);

  private static final Duration FAREWELL_WITHIN = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private final MineCode mine;
  private final GatewayId id;
  private final String session;
  private final GatewayLink link;
  private final AtomicBoolean connectedAnew = new AtomicBoolean();
  private @Nullable Instant saidAt;
  private long sequence;

  /**
   * Opens the gateway's line.
   *
   * @param session a new one at every start
   * @param filters what it subscribes to, handed to {@code inbox}, which must not block
   */
  public Gateway(
      Links links,
      MineCode mine,
      GatewayId id,
      String session,
      Instant now,
      List<String> filters,
      Consumer<Envelope> inbox) {
    this.mine = mine;
    this.id = id;
    this.session = session;
    Links.Ear ear =
        new Links.Ear() {
          @Override
          public void onConnected() {
            connectedAnew.set(true);
          }

          @Override
          public void onMessage(Envelope message) {
            inbox.accept(message);
          }
        };
    this.link = links.open(mine, id, filters, status(GatewayStatus.State.CUT, now), ear);
  }

  /** Sends one cycle of readings. */
  public CompletableFuture<Void> readings(ReadingBatch batch, Lane lane) {
    Topic topic = Topic.of(Topic.Kind.READINGS, mine, id);
    return send(topic, Senml.writeJson(topic, batch), ContentTypes.SENML_JSON, lane);
  }

  /** Sends a batch of positions. */
  public CompletableFuture<Void> positions(List<Fix> fixes, Lane lane) {
    Topic topic = Topic.of(Topic.Kind.POSITIONS, mine, id);
    return send(topic, Positions.write(fixes), ContentTypes.JSON, lane);
  }

  private CompletableFuture<Void> send(Topic topic, byte[] payload, String type, Lane lane) {
    CompletableFuture<Void> taken =
        link.publish(Outgoing.numbered(topic.toString(), payload, type, session, sequence, lane));
    if (!taken.isCompletedExceptionally()) {
      sequence++; // a message that could not even be handed over leaves no gap
    }
    return taken;
  }

  /** To be called often: says that we are there, after each connect and every so often. */
  public void beat(Instant now) {
    boolean anew = connectedAnew.getAndSet(false);
    boolean again = saidAt != null && !now.isBefore(saidAt.plus(STATUS_EVERY));
    if (anew || again) {
      saidAt = now;
      link.publish(status(GatewayStatus.State.ONLINE, now))
          .exceptionally(
              e -> {
                LOG.warn("status of gateway {} of mine {} was not taken: {}", id, mine, e + "");
                return null;
              });
    }
  }

  /** Says farewell and closes the line. */
  public void leave(Instant now) {
    try {
      link.publish(status(GatewayStatus.State.LEFT, now))
          .get(FAREWELL_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      LOG.warn("gateway {} of mine {} could not say farewell: {}", id, mine, e + "");
    } finally {
      link.close();
    }
  }

  private Outgoing status(GatewayStatus.State state, Instant at) {
    GatewayStatus status = new GatewayStatus(mine, id, session, state, at, SOFTWARE);
    String topic = Topic.of(Topic.Kind.STATUS, mine, id).toString();
    return Outgoing.retained(topic, Messages.write(status), ContentTypes.JSON);
  }
}
