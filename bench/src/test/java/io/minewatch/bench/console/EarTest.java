package io.minewatch.bench.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Updates updates = new Updates();
  private final Ear ear = new Ear(updates, 2, 10);

  @BeforeEach
  void send() {
    for (int i = 0; i < 4; i++) {
      updates.add(i, 1_000 + i, at(i));
    }
  }

  private static Instant at(int update) {
    return START.plusMillis(update * 500L);
  }

  private void hears(String text) {
    // Byte by byte, as badly as a line can cut it.
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      ear.onNext(List.of(ByteBuffer.wrap(new byte[] {each})));
    }
  }

  private static String reading(int point, int update) {
    return "{\"measured\":\"%s\",\"point\":\"P%04d\",\"value\":0.1},".formatted(at(update), point);
  }

  @Test
  void anUpdateIsCompleteWhenEveryPointHasItOrANewerOne() {
    hears("event:live\ndata:{\"readings\":[" + reading(0, 1));
    assertThat(ear.completeAt(0)).isZero();
    hears(reading(1, 3));
    assertThat(ear.completeAt(0)).isPositive();
    assertThat(ear.completeAt(1)).isPositive();
    assertThat(ear.completeAt(2)).isZero();
  }

  @Test
  void whatANewerReadingReplacedIsOvertaken() {
    hears(reading(0, 0) + reading(0, 3));
    assertThat(ear.overtaken()).isEqualTo(2);
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() {
    hears("{\"point\":\"P0000\",\"measured\":\"" + at(2) + "\"}");
    hears(reading(1, 2));
    assertThat(ear.completeAt(2)).isPositive();
  }

  @Test
  void aTimeThatWasNeverSentIsPassedOver() {
    hears("{\"point\":\"P0000\",\"measured\":\"2020-01-01T00:00:00Z\"}");
    hears(reading(1, 0));
    assertThat(ear.completeAt(0)).isZero();
  }
}
