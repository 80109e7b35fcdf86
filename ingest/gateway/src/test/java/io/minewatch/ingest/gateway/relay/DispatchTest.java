package io.minewatch.ingest.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.disk.DiskQueue;
import io.minewatch.ingest.gateway.forward.ForwardRules;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.message.WireMessage;
import io.minewatch.ingest.mqtt.MqttLink.PublishRefused;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchTest {
  private static final Site SITE = new Site(new MineCode("140921021337"), new GatewayId("gw-01"));

  @TempDir Path folder;
  private final FakeUplink line = new FakeUplink();
  private DiskQueue queue;
  private Dispatch dispatch;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeEach
  void start() throws Exception {
    queue = DiskQueue.open(folder, 1 << 26, SITE, "s-1");
    dispatch = new Dispatch(ForwardRules.DEFAULT, queue, SITE, new Inbox(), now);
    dispatch.connected(now);
  }

  @AfterEach
  void stop() throws Exception {
    queue.close();
  }

  private Entry entry(Topic.Kind kind, int bytes) {
    return new Entry(new WireMessage(kind, "application/json", new byte[bytes], 1), now);
  }

  private void store(Topic.Kind kind, int bytes) throws Exception {
    dispatch.store(List.of(entry(kind, bytes)), List.of(), now);
  }

  private void answer(long sequence, @Nullable Throwable failure) {
    dispatch.answered(new Inbox.Answer(0, sequence, failure), now);
  }

  private void send(int seconds) throws Exception {
    now = now.plusSeconds(seconds);
    dispatch.send(line, now);
  }

  private static PublishRefused refusal() throws Exception {
    var made = PublishRefused.class.getDeclaredConstructor(String.class, int.class);
    made.setAccessible(true);
    return made.newInstance("t", 0x87);
  }

  /** A broker that does not know the topic of alarms yet takes readings all the same, live. */
  @Test
  void aKindThatIsRefusedKeepsNoOtherFromGoing() throws Exception {
    store(Topic.Kind.OWN_ALARMS, 10);
    send(0);
    answer(0, refusal());
    store(Topic.Kind.READINGS, 10);
    send(0);
    assertThat(line.sequences()).containsExactly(0L, 1L);
    answer(1, null);
    assertThat(dispatch.isWaiting()).as("the alarm").isTrue();

    send(1);
    assertThat(line.sequences()).containsExactly(0L, 1L, 0L);
    answer(0, refusal());
    for (int i = 2; i < 100; i++) { // more than the window
      store(Topic.Kind.OWN_ALARMS, 10);
    }
    store(Topic.Kind.READINGS, 10);
    send(1);
    assertThat(line.sequences()).as("two seconds now").containsExactly(0L, 1L, 0L, 100L);

    dispatch.connected(now);
    send(0);
    assertThat(line.sequences()).as("anew").contains(2L);
    assertThat(line.sequences().get(4)).isZero();
    answer(0, null);
    assertThat(dispatch.tally().live()).isEqualTo(2);
  }

  /** Once, every message of the kind was tried anew after each pause, before all others. */
  @Test
  void aLongBacklogOfAKindThatIsRefusedKeepsNoOtherInTheBacklogFromGoing() throws Exception {
    long reading = 1_500; // more than the backlog sends in the longest pause
    List<Entry> entries = new ArrayList<>();
    for (long i = 0; i < reading; i++) {
      entries.add(entry(Topic.Kind.OWN_ALARMS, 10));
    }
    entries.add(entry(Topic.Kind.READINGS, 10));
    dispatch.store(entries, List.of(), now);
    send(60);
    int together = line.offered();
    int seconds = 0;
    for (int answered = 0; seconds < 300 && !line.sequences().contains(reading); seconds++) {
      for (; answered < line.offered(); answered++) {
        answer(line.sequences().get(answered), refusal());
      }
      send(1);
    }
    assertThat(line.sequences()).contains(reading);
    int probes = line.offered() - 1 - together;
    assertThat(probes).as("1, 2, 4, 8, ... s apart, one at a time").isBetween(5, 7);

    answer(line.sequences().get(line.offered() - 1), null);
    int before = line.offered();
    for (int taken = 0; line.offered() < before + reading && seconds < 600; seconds++) {
      send(1);
      for (; taken < line.offered(); taken++) {
        answer(line.sequences().get(taken), null);
      }
    }
    assertThat(dispatch.tally().backfill()).as("all, once it is taken").isEqualTo(reading + 1);
    assertThat(dispatch.isWaiting()).isFalse();
  }

  @Test
  void aSingleMessageThatIsAlwaysRefusedKeepsNoneOfItsKindFromGoing() throws Exception {
    for (int i = 0; i < 10; i++) {
      store(Topic.Kind.READINGS, 10);
    }
    int answered = 0;
    for (int second = 0; second < 20; second++) {
      send(1);
      for (; answered < line.offered(); answered++) {
        long sequence = line.sequences().get(answered);
        answer(sequence, sequence == 0 ? refusal() : null);
      }
      store(Topic.Kind.READINGS, 10);
    }
    send(0);
    assertThat(line.sequences()).contains(24L);
    assertThat(dispatch.tally().live()).isGreaterThan(20);
  }

  @Test
  void notMoreBytesAreOnTheWayThanTheBoundAndOneMessage() throws Exception {
    for (int i = 0; i < 20; i++) {
      store(Topic.Kind.READINGS, 1 << 19);
    }
    send(0);
    assertThat(line.offered()).isEqualTo((int) (OnTheWay.MOST_BYTES >> 19));
    answer(0, new IllegalStateException("lost"));
    send(0);
    assertThat(line.sequences()).last().isEqualTo(0L);
    assertThat(line.offered()).isEqualTo((int) (OnTheWay.MOST_BYTES >> 19) + 1);
  }
}
