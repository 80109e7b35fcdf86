package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.bus.MqttBus;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TestReadingTest {
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

  /** Who sends it calls people in the same round, by ways that need no broker. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whoSendsItNeverWaitsForABrokerThatIsAway() {
    MqttSettings nowhere =
        MqttSettings.of(URI.create("tcp://127.0.0.1:1"), "minewatch-alerting", "", "")
            .withPublishWindow(1);
    try (Bus bus = new MqttBus(nowhere, "self", Clock.systemUTC())) {
      bus.start(new Nobody());
      bus.lead();
      TestReading reading = new TestReading(bus, Clock.systemUTC());
      for (int minute = 0; minute < 3; minute++) {
        reading.accept(T.plusSeconds(60L * minute));
      }
      assertThat(bus.isConnected()).isFalse();
    }
  }

  private static final class Nobody implements Bus.Receiver {
    @Override
    public void durable(Envelope message, Runnable acknowledge) {}

    @Override
    public void live(Envelope message) {}
  }
}
