package io.minewatch.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.wire.Outgoing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session that the broker still has, but whose subscriptions are gone. */
@Timeout(90)
class ResubscribeTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String TOPIC = "mw/v1/140921021337/plan";

  @TempDir private Path folder;
  private TestBroker broker;
  private MqttLink link;
  private final Heard heard = new Heard();

  @BeforeEach
  void start() throws Exception {
    broker = TestBroker.start(folder);
    Backoff soon = new Backoff(Duration.ofMillis(300), Duration.ofMillis(300));
    MqttSettings settings = MqttSettings.of(broker.uri(), "c", "", "");
    link =
        MqttLink.open(
            settings.withTiming(settings.timing().withTakenOver(soon)),
            List.of("mw/v1/+/plan"),
            heard,
            Clock.systemUTC());
    await().atMost(LONG).until(link::isConnected);
  }

  @AfterEach
  void stop() {
    if (link != null) {
      link.close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  private void publish(String text) throws Exception {
    link.publish(Outgoing.retained(TOPIC, text.getBytes(UTF_8), "text/plain"))
        .get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  /** Takes the link's session over for a moment; it is the broker's only one of that name. */
  private void meddle(Meddling with) throws Exception {
    int before = heard.sessions.size();
    MqttClient other = new MqttClient(broker.uri().toString(), "c", new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(3_600L);
    other.connect(options);
    with.session(other);
    other.disconnect();
    other.close();
    await().atMost(LONG).until(() -> heard.sessions.size() > before && link.isConnected());
    assertThat(heard.sessions.get(heard.sessions.size() - 1)).as("resumed").isTrue();
  }

  private interface Meddling {
    void session(MqttClient other) throws Exception;
  }

  @Test
  void isNotDeafAfterASessionWasResumedWithoutItsSubscriptions() throws Exception {
    meddle(other -> other.unsubscribe("mw/v1/+/plan"));
    publish("after");

    heard.awaitTexts("after");
  }

  @Test
  void whatIsRetainedDoesNotComeAgainWithEveryConnection() throws Exception {
    publish("once");
    heard.awaitTexts("once");
    heard.deliveries.forEach(link::acknowledge);
    meddle(other -> {});
    publish("then");

    heard.awaitTexts("once", "then");
  }
}
