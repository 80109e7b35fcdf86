package io.minewatch.ingest.gateway.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.gateway.disk.DiskQueue;
import io.minewatch.ingest.gateway.forward.ForwardRules;
import io.minewatch.ingest.gateway.forward.Needed;
import io.minewatch.ingest.gateway.input.Times;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.FileMark;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RelayTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Site SITE = new Site(new MineCode("140921021337"), new GatewayId("gw-01"));
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Clock WALL = Clock.fixed(AT, ZoneOffset.UTC);

  @TempDir Path folder;
  private final FakeUplink line = new FakeUplink();
  private final CompletableFuture<Uplink.Ear> ear = new CompletableFuture<>();
  private Relay relay;
  private Thread thread;

  @BeforeEach
  void start() throws Exception {
    RelaySettings settings =
        new RelaySettings(
            ForwardRules.DEFAULT.withNeeded(Needed.JUDGED),
            1 << 20,
            Duration.ofMillis(5),
            1 << 16,
            Duration.ofHours(1),
            "test");
    relay =
        new Relay(
            settings,
            DiskQueue.open(folder, 1 << 20, SITE, "s-1"),
            SITE,
            new Times(WALL, Clock.systemUTC()),
            () -> "s-2",
            (will, heard) -> {
              line.will = will;
              ear.complete(heard);
              return line;
            });
    thread = new Thread(relay, "relay");
    thread.start();
    ear.join().onConnected();
  }

  @AfterEach
  void stop() throws Exception {
    relay.close();
    thread.join(SOON.toMillis());
    assertThat(thread.isAlive()).isFalse();
  }

  private static Entry entry(String text) {
    return new Entry(
        new WireMessage(Topic.Kind.READINGS, "application/senml+json", text.getBytes(UTF_8), 1),
        Clock.systemUTC().instant());
  }

  private void keep(String text) throws Exception {
    relay.keeper().keep(List.of(entry(text)), null).get(20, TimeUnit.SECONDS);
  }

  private static GatewayStatus status(Outgoing message) throws WireException {
    return Messages.read(message.payload(), GatewayStatus.class);
  }

  private void awaitOffered(int count) {
    await().atMost(SOON).until(() -> line.offered() == count);
  }

  @Test
  void numbersWhatItKeepsAndSendsItUnderItsTopicAndSession() throws Exception {
    keep("a");
    keep("b");
    awaitOffered(2);
    Outgoing second = line.data.get(1);
    assertThat(second.topic()).isEqualTo("mw/v1/140921021337/gw-01/readings");
    assertThat(second.session()).isEqualTo("s-1");
    assertThat(second.sequence()).isEqualTo(1);
    assertThat(second.contentType()).isEqualTo("application/senml+json");
    assertThat(new String(second.payload(), UTF_8)).isEqualTo("b");
  }

  @Test
  void saysCutInItsWillOnlineAtBirthAndLeftAtTheEnd() throws Exception {
    keep("a");
    awaitOffered(1);
    assertThat(status(line.will).state()).isEqualTo(GatewayStatus.State.CUT);
    relay.close();
    thread.join(SOON.toMillis());
    GatewayStatus birth = status(line.statuses.get(0));
    assertThat(birth.state()).isEqualTo(GatewayStatus.State.ONLINE);
    assertThat(birth.at()).isEqualTo(AT);
    assertThat(birth.health().queueLimitBytes()).isEqualTo(1 << 20);
    GatewayStatus farewell = status(line.statuses.get(line.statuses.size() - 1));
    assertThat(farewell.state()).isEqualTo(GatewayStatus.State.LEFT);
    assertThat(farewell.health().queuedMessages()).isEqualTo(1);
    assertThat(line.closed).isPositive();
    assertThat(relay.ended()).isCompleted();
  }

  @Test
  void standsBackForAMomentWhenTheBrokerRefusesAndThenSendsTheSameAgain() throws Exception {
    keep("a");
    awaitOffered(1);
    long began = System.nanoTime();
    line.answer(refusal());
    awaitOffered(2);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
    assertThat(line.sequences()).containsExactly(0L, 0L);
    line.answer(null);
    keep("b");
    awaitOffered(3);
  }

  private static Throwable refusal() throws Exception {
    var made =
        io.minewatch.ingest.mqtt.MqttLink.PublishRefused.class.getDeclaredConstructor(
            String.class, int.class);
    made.setAccessible(true);
    return made.newInstance("t", 0x87);
  }

  @Test
  void sendsAgainWhatALostConnectionDidNotConfirm() throws Exception {
    keep("a");
    keep("b");
    awaitOffered(2);
    ear.join().onLost();
    line.answer(new IllegalStateException("lost"));
    line.answer(new IllegalStateException("lost"));
    await().during(Duration.ofMillis(300)).until(() -> line.offered() == 2);
    ear.join().onConnected();
    awaitOffered(4);
    assertThat(line.sequences()).containsExactly(0L, 1L, 0L, 1L);
  }

  @Test
  void goesOnWhereItEndedAndForgetsWhatReceiptsCover() throws Exception {
    keep("a");
    keep("b");
    awaitOffered(2);
    line.answer(null);
    line.answer(null);
    FileMark mark = new FileMark("/drop/x", "1");
    relay.keeper().keep(List.of(entry("c")), mark).get(20, TimeUnit.SECONDS);
    relay.keeper().refusedFile();
    relay.keeper().refusedRecords(2);
    ear.join().onReceipt(Needed.By.JUDGED, receipt("s-1", 1));
    ear.join().onReceipt(Needed.By.JUDGED, receipt("s-of-long-ago", 77));
    relay.close();
    thread.join(SOON.toMillis());
    try (DiskQueue queue = DiskQueue.open(folder, 1 << 20, SITE, "s-never")) {
      assertThat(queue.held()).hasToString("2");
      assertThat(queue.notes().hasTaken(mark)).isTrue();
      assertThat(queue.notes().counts().refusedRecords()).isEqualTo(2);
      assertThat(queue.notes().progress().tally().live()).isEqualTo(2);
    }
  }

  @Test
  void beginsANewSessionWhenAReceiptKnowsMoreThanTheDisk() throws Exception {
    keep("a");
    awaitOffered(1);
    ear.join().onReceipt(Needed.By.JUDGED, receipt("s-1", 5));
    await().atMost(SOON).until(() -> status(line.will).session().equals("s-2"));
    assertThat(line.closed).isEqualTo(1);
    line.answer(null); // to the old session: means nothing any more
    ear.join().onConnected();
    awaitOffered(2);
    assertThat(line.data.get(1).session()).isEqualTo("s-2");
    assertThat(line.data.get(1).sequence()).isZero();
  }

  @Test
  void whoHandsOverAfterTheEndIsTold() throws Exception {
    relay.close();
    thread.join(SOON.toMillis());
    assertThat(relay.keeper().keep(List.of(entry("late")), null)).isCompletedExceptionally();
  }

  private static Receipt receipt(String session, long through) {
    return new Receipt(SITE.mine(), SITE.gateway(), session, through, List.of(), AT);
  }
}
