package io.minewatch.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.wire.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.packet.util.CountingInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class MqttLinkLimitsTest extends LinkFixture {
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
