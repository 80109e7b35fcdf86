package io.minewatch.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.packet.util.CountingInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class MqttLinkTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String TOPIC = "mw/v1/140921021337/g1/readings";
  private static final List<String> FILTERS = List.of("mw/v1/+/+/readings");

  @TempDir Path folder;
  private TestBroker broker;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void startBroker() throws Exception {
    broker = TestBroker.start(folder);
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable link : open) {
      link.close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  private MqttSettings settings(String clientId) {
    return settings(broker.uri(), clientId);
  }

  private static MqttSettings settings(URI uri, String clientId) {
    return MqttSettings.of(uri, clientId, "", "");
  }

  private MqttLink link(MqttSettings settings, List<String> filters, MqttListener listener) {
    MqttLink link = MqttLink.open(settings, filters, listener, CLOCK);
    open.add(link);
    return link;
  }

  private MqttLink connected(String clientId, Heard heard) {
    MqttLink link = link(settings(clientId), FILTERS, heard);
    await().atMost(LONG).until(link::isConnected);
    return link;
  }

  private static Outgoing message(String text) {
    return Outgoing.event(TOPIC, text.getBytes(UTF_8), "text/plain");
  }

  /** Publishes from a thread of its own, which may have to wait. */
  private static CompletableFuture<Void> publishElsewhere(MqttLink link, String text) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                link.publish(message(text)).get();
                done.complete(null);
              } catch (InterruptedException | ExecutionException | CancellationException e) {
                done.completeExceptionally(e);
              }
            })
        .start();
    return done;
  }

  private static void done(CompletableFuture<Void> sent) throws Exception {
    sent.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void carriesAMessageWithAllItsProperties() throws Exception {
    Heard heard = new Heard();
    MqttLink link = connected("c", heard);
    byte[] payload = "[]".getBytes(UTF_8);
    done(
        link.publish(
            Outgoing.numbered(
                TOPIC, payload, "application/senml+json", "run-1", 42, Lane.BACKFILL)));
    heard.awaitTexts("[]");
    Envelope got = heard.deliveries.get(0).envelope();
    assertThat(got.topic()).isEqualTo(TOPIC);
    assertThat(got.contentType()).isEqualTo("application/senml+json");
    assertThat(got.session()).isEqualTo("run-1");
    assertThat(got.sequence()).isEqualTo(42);
    assertThat(got.lane()).isEqualTo(Lane.BACKFILL);
    assertThat(got.receivedMillis()).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void acknowledgedMessagesAreForgottenAndOthersComeAgainInOrder() throws Exception {
    Heard first = new Heard();
    MqttLink link = connected("c", first);
    for (String text : List.of("a", "b", "c", "d")) {
      done(link.publish(message(text)));
    }
    first.awaitTexts("a", "b", "c", "d");
    link.acknowledge(first.deliveries.get(0));
    link.acknowledge(first.deliveries.get(1));
    assertThat(link.stats().acknowledged()).isEqualTo(2);
    assertThat(link.stats().unacknowledged()).isEqualTo(2);
    link.close();

    Heard second = new Heard();
    MqttLink again = connected("c", second);
    second.awaitTexts("c", "d");
    await().atMost(LONG).until(() -> second.sessions.equals(List.of(true)));
    again.acknowledge(first.deliveries.get(2));
    again.acknowledge(second.deliveries.get(0));
    again.acknowledge(second.deliveries.get(1));
    again.close();

    Heard third = new Heard();
    MqttLink last = connected("c", third);
    done(last.publish(message("e")));
    third.awaitTexts("e");
  }

  @Test
  void keepsWhatIsPublishedWhileItIsAway() throws Exception {
    Heard heard = new Heard();
    connected("away", heard).close();
    MqttLink other = connected("other", new Heard());
    done(other.publish(message("meanwhile")));
    connected("away", heard);
    heard.awaitTexts("meanwhile");
  }

  @Test
  void isNeitherDeafNorDeadAfterTheBrokerWasKilledAndLostItsSessions() throws Exception {
    Heard heard = new Heard();
    MqttLink link = connected("c", heard);
    done(link.publish(message("before")));
    heard.awaitTexts("before");
    Delivery old = heard.deliveries.get(0);

    broker.kill();
    await().atMost(LONG).until(() -> !link.isConnected() && heard.losses.get() > 0);
    broker.start();
    await().atMost(LONG).until(link::isConnected);

    done(link.publish(message("after")));
    heard.awaitTexts("before", "after");
    assertThat(link.stats().sessionsLost()).isEqualTo(1);
    assertThat(link.stats().reconnects()).isEqualTo(1);
    // Packet ids start again: an old acknowledgement must not hit a new message.
    link.acknowledge(old);
    assertThat(link.stats().staleAcks()).isEqualTo(1);
    assertThat(link.stats().unacknowledged()).isEqualTo(1);
  }

  @Test
  void publishesInOrderAcrossABrokerRestart() throws Exception {
    MqttLink link = connected("publisher", new Heard());
    done(link.publish(message("first")));
    broker.kill();
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      sent.add(link.publish(message("m" + i)));
    }
    await().atMost(LONG).until(() -> !link.isConnected());
    assertThat(link.stats().unconfirmed()).isEqualTo(200);
    // The restarted broker knows nothing: a subscriber must be there before the publisher is.
    broker.start();
    Heard heard = new Heard();
    link(settings("subscriber"), FILTERS, heard);
    for (CompletableFuture<Void> each : sent) {
      done(each);
    }
    assertThat(link.stats().published()).isEqualTo(201);
    assertThat(link.stats().unconfirmed()).isZero();
    await().atMost(LONG).until(() -> heard.texts().isEmpty() || heard.texts().contains("m199"));
    List<String> texts = heard.texts();
    List<String> all = IntStream.range(0, 200).mapToObj(i -> "m" + i).toList();
    assertThat(all).endsWith(texts.toArray(String[]::new));
  }

  @Test
  void makesAPublisherWaitWhenTheWindowIsFull() throws Exception {
    broker.kill();
    MqttLink link = link(settings("narrow").withPublishWindow(2), List.of(), new Heard());
    List<CompletableFuture<Void>> two =
        List.of(link.publish(message("1")), link.publish(message("2")));
    CompletableFuture<Void> third = publishElsewhere(link, "3");
    await().during(Duration.ofMillis(300)).until(() -> link.stats().unconfirmed() == 2);
    broker.start();
    done(two.get(0));
    done(two.get(1));
    done(third);
    assertThat(link.stats().published()).isEqualTo(3);
  }

  @Test
  void refusesAListenerThatWouldHaveToWait() throws Exception {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    MqttLink[] self = new MqttLink[1];
    Heard heard =
        new Heard() {
          @Override
          public void onLost(Throwable cause) {
            assertThat(self[0].publish(message("fills the window"))).isNotDone();
            try {
              assertThat(self[0].publish(message("too much"))).isNull();
            } catch (RejectedExecutionException e) {
              thrown.complete(e);
            }
          }
        };
    self[0] = link(settings("c").withPublishWindow(1), FILTERS, heard);
    await().atMost(LONG).until(self[0]::isConnected);
    broker.kill();
    assertThat(thrown.get(LONG.toSeconds(), TimeUnit.SECONDS))
        .hasMessageContaining("publish window of 1 is full");
  }

  @Test
  void letsGoOfWaitingPublishersWhenClosed() throws Exception {
    broker.kill();
    MqttLink link = link(settings("c").withPublishWindow(1), List.of(), new Heard());
    CompletableFuture<Void> first = link.publish(message("1"));
    CompletableFuture<Void> second = publishElsewhere(link, "2");
    link.close();
    assertThatThrownBy(() -> done(first)).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> done(second)).isInstanceOf(CancellationException.class);
  }

  @Test
  void triesAgainWhenNobodyAnswers() {
    broker.kill();
    Heard heard = new Heard();
    MqttLink link = link(settings("c"), FILTERS, heard);
    await().atMost(LONG).until(() -> heard.losses.get() >= 2);
    assertThat(link.stats().connects()).isZero();
    assertThat(link.stats().losses()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void goesOnWhenAListenerThrows() throws Exception {
    List<String> seen = new ArrayList<>();
    MqttLink link =
        link(
            settings("c"),
            FILTERS,
            delivery -> {
              seen.add(new String(delivery.envelope().payload(), UTF_8));
              throw new IllegalStateException("a listener's mistake");
            });
    await().atMost(LONG).until(link::isConnected);
    done(link.publish(message("a")));
    done(link.publish(message("b")));
    await().atMost(LONG).until(() -> link.stats().listenerErrors() == 2);
    assertThat(seen).containsExactly("a", "b");
    assertThat(link.isConnected()).isTrue();
  }

  @Test
  void publishesFasterThanTheBrokersWindow() throws Exception {
    Heard heard = new Heard();
    MqttLink link = connected("c", heard);
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      sent.add(link.publish(message("m" + i)));
    }
    for (CompletableFuture<Void> each : sent) {
      done(each);
    }
    await()
        .atMost(LONG)
        .until(
            () -> {
              heard.deliveries.forEach(link::acknowledge);
              return heard.deliveries.size() >= 2_000;
            });
  }

  @Test
  void readsPacketsThroughOurClass() throws Exception {
    assertThat(
            CountingInputStream.class.getDeclaredMethod("read", byte[].class, int.class, int.class))
        .isNotNull();
  }

  @Test
  void futuresFailWithTheReasonWhenTheTopicCannotBe() {
    MqttLink link = connected("c", new Heard());
    CompletableFuture<Void> sent = link.publish(Outgoing.event("a/+/b", new byte[0], ""));
    assertThatThrownBy(() -> done(sent))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(link.stats().refused()).isEqualTo(1);
    assertThat(link.isConnected()).isTrue();
  }
}
