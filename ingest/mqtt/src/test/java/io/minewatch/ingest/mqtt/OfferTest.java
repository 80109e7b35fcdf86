package io.minewatch.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.wire.Outgoing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is offered goes over the connection that is up, or not at all. */
@Timeout(90)
class OfferTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private TestBroker broker;
  private MqttLink link;
  private final Heard heard = new Heard();

  @BeforeEach
  void connect() throws Exception {
    broker = TestBroker.start(folder);
    MqttSettings settings = MqttSettings.of(broker.uri(), "gateway", "", "").withPublishWindow(3);
    link = MqttLink.open(settings, List.of("t"), heard, CLOCK);
    await().atMost(LONG).until(link::isConnected);
  }

  @AfterEach
  void end() {
    link.close();
    broker.close();
  }

  private static Outgoing message(String text) {
    return Outgoing.event("t", text.getBytes(UTF_8), "");
  }

  private static void done(CompletableFuture<Void> future) throws Exception {
    future.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void isConfirmedByTheBroker() throws Exception {
    done(link.offer(message("a")));
    done(link.offer(message("b")));
    heard.awaitTexts("a", "b");
  }

  @Test
  void failsAtOnceWithoutAConnection() {
    broker.kill();
    await().atMost(LONG).until(() -> !link.isConnected() && heard.losses.get() > 0);
    CompletableFuture<Void> offered = link.offer(message("never"));
    assertThat(offered).isCompletedExceptionally();
    assertThatThrownBy(() -> done(offered)).hasCauseInstanceOf(MqttLink.ConnectionLost.class);
    assertThat(link.stats().unconfirmed()).isZero();
  }

  @Test
  void whatIsUnderWayWhenTheConnectionEndsFailsAndDoesNotComeBackLater() throws Exception {
    broker.stop();
    CompletableFuture<Void> kept = link.publish(message("kept"));
    CompletableFuture<Void> offered = link.offer(message("offered"));
    assertThat(offered).isNotDone();
    broker.kill();
    assertThatThrownBy(() -> done(offered)).hasCauseInstanceOf(MqttLink.ConnectionLost.class);
    assertThat(kept).isNotDone();

    broker.start();
    done(kept);
    done(link.offer(message("after")));
    heard.awaitTexts("kept", "after");
  }

  @Test
  void isRefusedAndNeverWaitsWhenTheWindowIsFull() throws Exception {
    broker.stop();
    List<CompletableFuture<Void>> three =
        List.of(link.offer(message("1")), link.offer(message("2")), link.offer(message("3")));
    assertThatThrownBy(() -> done(link.offer(message("4"))))
        .hasCauseInstanceOf(RejectedExecutionException.class);
    broker.goOn();
    for (CompletableFuture<Void> each : three) {
      done(each);
    }
  }
}
