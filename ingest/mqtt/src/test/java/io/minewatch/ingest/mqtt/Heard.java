package io.minewatch.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what a link delivers. */
class Heard implements MqttListener {
  final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  final List<Boolean> sessions = new CopyOnWriteArrayList<>();
  final AtomicInteger losses = new AtomicInteger();

  @Override
  public void onMessage(Delivery delivery) {
    deliveries.add(delivery);
  }

  @Override
  public void onConnected(boolean sessionPresent) {
    sessions.add(sessionPresent);
  }

  @Override
  public void onLost(Throwable cause) {
    losses.incrementAndGet();
  }

  List<String> texts() {
    return deliveries.stream()
        .map(d -> new String(d.envelope().payload(), StandardCharsets.UTF_8))
        .toList();
  }

  void awaitTexts(String... texts) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(texts()).containsExactly(texts));
  }
}
