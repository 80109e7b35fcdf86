package io.minewatch.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Outgoing;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same link with the broker we ship, which keeps its sessions and says why it hangs up. */
@Timeout(120)
class EmbeddedBrokerLinkTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final MineCode MINE = new MineCode("140921021337");
  private static final String READINGS = "mw/v1/" + MINE + "/g1/readings";
  private static final String STATUS = "mw/v1/" + MINE + "/g1/status";
  private static final List<String> FILTERS = List.of("mw/v1/+/+/readings", "mw/v1/+/+/status");
  private static final String PASSWORD = "only-in-this-test";

  private static final List<Account> ACCOUNTS =
      List.of(
          new Account("gateway", Passwords.hash(PASSWORD, new SecureRandom()), Role.GATEWAY, MINE),
          new Account("judge", Passwords.hash(PASSWORD, new SecureRandom()), Role.JUDGE, null));

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private int port;
  private final List<MqttLink> open = new ArrayList<>();

  @BeforeEach
  void startBroker() throws Exception {
    broker = EmbeddedBroker.start(BrokerSettings.of(folder, port), ACCOUNTS);
    port = broker.port();
  }

  @AfterEach
  void end() {
    open.forEach(MqttLink::close);
    broker.close();
  }

  private MqttSettings settings(String clientId, String user) {
    return MqttSettings.of(URI.create("tcp://127.0.0.1:" + port), clientId, user, PASSWORD);
  }

  private MqttLink judge(Heard heard) {
    return link(settings("judge-0", "judge"), FILTERS, heard);
  }

  private MqttSettings gateway() {
    return settings(MINE + ".g1", "gateway");
  }

  private MqttLink link(MqttSettings settings, List<String> filters, MqttListener listener) {
    MqttLink link = MqttLink.open(settings, filters, listener, CLOCK);
    open.add(link);
    return link;
  }

  private static void awaitConnected(MqttLink link) {
    await().atMost(LONG).until(link::isConnected);
  }

  private static Outgoing message(String text) {
    return Outgoing.event(READINGS, text.getBytes(UTF_8), "text/plain");
  }

  @Test
  void losesNothingAndKeepsTheOrderWhenTheBrokerIsRestarted() throws Exception {
    Heard heard = new Heard();
    MqttLink judge = judge(heard);
    MqttLink gateway = link(gateway(), List.of(), new Heard());
    awaitConnected(judge);
    gateway.publish(message("m0")).get(LONG.toSeconds(), TimeUnit.SECONDS);
    heard.awaitTexts("m0");
    judge.acknowledge(heard.deliveries.get(0));

    broker.close();
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (int i = 1; i < 300; i++) {
      sent.add(gateway.publish(message("m" + i)));
    }
    startBroker();
    for (CompletableFuture<Void> each : sent) {
      each.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
    String[] all = IntStream.range(0, 300).mapToObj(i -> "m" + i).toArray(String[]::new);
    heard.awaitTexts(all);
    assertThat(judge.stats().sessionsLost()).isZero();
    assertThat(heard.sessions).last().isEqualTo(true);
  }

  @Test
  void twoLinksWithOneIdDoNotThrowEachOtherOutWithoutEnd() {
    MqttLink older = judge(new Heard());
    awaitConnected(older);
    MqttLink younger = judge(new Heard());
    await().atMost(LONG).until(() -> older.stats().takenOver() == 1);
    await().during(Duration.ofSeconds(2)).atMost(LONG).until(younger::isConnected);
    assertThat(older.isConnected()).isFalse();
    assertThat(older.stats().connects()).isEqualTo(1);
    assertThat(younger.stats().losses()).isZero();
  }

  @Test
  void comesBackAfterATakeoverWhenItsPauseIsOver() {
    MqttSettings base = settings("judge-0", "judge");
    Backoff brief = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(1));
    MqttLink older =
        link(base.withTiming(base.timing().withTakenOver(brief)), FILTERS, new Heard());
    awaitConnected(older);
    MqttLink younger = judge(new Heard());
    awaitConnected(younger);
    await().atMost(LONG).until(() -> older.stats().takenOver() == 1);
    younger.close();
    awaitConnected(older);
  }

  @Test
  void theBrokerPublishesTheWillOfALinkThatVanishesAndNotOfOneThatLeaves() throws Exception {
    Heard heard = new Heard();
    awaitConnected(judge(heard));
    Outgoing will = Outgoing.retained(STATUS, "cut off".getBytes(UTF_8), "text/plain");
    MqttLink leaves = link(gateway().withWill(will), List.of(), new Heard());
    awaitConnected(leaves);
    leaves.close();
    MqttLink vanishes = link(gateway().withWill(will), List.of(), new Heard());
    awaitConnected(vanishes);
    vanishes.publish(message("still here")).get(LONG.toSeconds(), TimeUnit.SECONDS);
    heard.awaitTexts("still here");
    // Another client with the same id ends the connection without a farewell.
    link(gateway(), List.of(), new Heard());
    heard.awaitTexts("still here", "cut off");
  }

  @Test
  void tellsThePublisherThatTheBrokerRefusesATopicAndGoesOn() throws Exception {
    MqttLink gateway = link(gateway(), List.of(), new Heard());
    awaitConnected(gateway);
    Outgoing foreign = Outgoing.event("mw/v1/999999999999/g1/readings", new byte[1], "");
    CompletableFuture<Void> refused = gateway.publish(foreign);
    assertThatThrownBy(() -> refused.get(LONG.toSeconds(), TimeUnit.SECONDS))
        .hasCauseInstanceOf(MqttLink.PublishRefused.class);
    gateway.publish(message("ours")).get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(gateway.stats().refused()).isEqualTo(1);
  }

  @Test
  void triesAgainSlowlyWithAWrongPassword() {
    Heard heard = new Heard();
    MqttSettings wrong =
        MqttSettings.of(URI.create("tcp://127.0.0.1:" + port), "judge-0", "judge", "wrong");
    MqttLink link = link(wrong, FILTERS, heard);
    await().atMost(LONG).until(() -> heard.losses.get() >= 2);
    assertThat(link.stats().connects()).isZero();
  }

  @Test
  void carriesThousandsUnacknowledgedUpToItsReceiveMaximumAndTheRestAfterwards() throws Exception {
    Heard heard = new Heard();
    MqttLink judge = link(settings("judge-0", "judge").withReceiveMaximum(1_500), FILTERS, heard);
    MqttLink gateway = link(gateway(), List.of(), new Heard());
    awaitConnected(judge);
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      sent.add(gateway.publish(message("m" + i)));
    }
    for (CompletableFuture<Void> each : sent) {
      each.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
    await().atMost(LONG).untilAsserted(() -> assertThat(heard.deliveries).hasSize(1_500));
    assertThat(judge.stats().unacknowledged()).isEqualTo(1_500);
    List.copyOf(heard.deliveries).forEach(judge::acknowledge);
    await().atMost(LONG).untilAsserted(() -> assertThat(heard.deliveries).hasSize(2_000));
    assertThat(heard.texts()).isEqualTo(IntStream.range(0, 2_000).mapToObj(i -> "m" + i).toList());
  }
}
