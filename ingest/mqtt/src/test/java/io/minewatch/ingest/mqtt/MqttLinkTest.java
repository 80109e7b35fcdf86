package io.minewatch.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class MqttLinkTest extends LinkFixture {
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
  void aRenewedConnectionBringsWhatWasNotAcknowledgedAgain() throws Exception {
    Heard heard = new Heard();
    MqttLink link = connected("c", heard);
    done(link.publish(message("a")));
    done(link.publish(message("b")));
    heard.awaitTexts("a", "b");
    link.acknowledge(heard.deliveries.get(0));
    done(link.publish(message("c"))); // confirmed: the acknowledgement before it has arrived
    heard.awaitTexts("a", "b", "c");

    link.renew();
    heard.awaitTexts("a", "b", "c", "b", "c");
    assertThat(link.stats().reconnects()).isEqualTo(1);
    assertThat(link.stats().sessionsLost()).isZero();
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
}
