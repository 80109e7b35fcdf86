package io.minewatch.broker.hive;

import static io.minewatch.broker.hive.People.A;
import static io.minewatch.broker.hive.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.hive.BrokerSettings.Keeps;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedBrokerTest {
  private static final String PLAN = "mw/v1/" + A + "/plan";
  private static final String FINDINGS = "mw/v1/" + A + "/findings";

  private static final String READINGS = "mw/v1/" + A + "/gw-1/readings";

  @TempDir Path dir;

  @Test
  void keepsWhatAnAbsentSubscriberHasNotSeenThroughAStopAndStart() throws Exception {
    List<String> expected = new ArrayList<>();
    try (var broker = EmbeddedBroker.start(BrokerSettings.of(dir, 0), People.all());
        var judge = Client.at(broker.port(), "judge-0")) {
      try (var alerting = Client.at(broker.port(), "alerting-0")) {
        assertThat(alerting.connect("alerting", PASSWORD)).isFalse();
        assertThat(alerting.subscribe(FINDINGS)).isEqualTo(1);
      }
      judge.connect("judge", PASSWORD);
      for (int i = 0; i < 100; i++) {
        assertThat(judge.publish(FINDINGS, "finding " + i)).isZero();
        expected.add(FINDINGS + " finding " + i);
      }
    }
    assertThat(dir.resolve("conf/config.xml")).doesNotExist();

    try (var broker = EmbeddedBroker.start(BrokerSettings.of(dir, 0), People.all());
        var alerting = Client.at(broker.port(), "alerting-0")) {
      assertThat(alerting.connect("alerting", PASSWORD)).isTrue();
      await().untilAsserted(() -> assertThat(alerting.received).isEqualTo(expected));
    }
  }

  @ParameterizedTest
  @EnumSource
  void handsOnWhileThousandsAreUnacknowledgedAndRetainedPlansToLateOnes(Keeps keeps)
      throws Exception {
    int many = 1_000;
    BrokerSettings settings = BrokerSettings.of(dir, 0).withKeeps(keeps);
    try (var broker = EmbeddedBroker.start(settings, People.all());
        var alerting = Client.at(broker.port(), "alerting-0");
        var judge = Client.at(broker.port(), "judge-0").manualAcks();
        var gateway = Client.at(broker.port(), A + ".gw-1")) {
      alerting.connect("alerting", PASSWORD);
      assertThat(alerting.publishRetained(PLAN, "the plan")).isZero();

      judge.options().setReceiveMaximum(5_000);
      judge.connect("judge", PASSWORD);
      judge.subscribe("mw/v1/+/plan");
      await().untilAsserted(() -> assertThat(judge.received).containsExactly(PLAN + " the plan"));

      judge.subscribe("mw/v1/+/+/readings");
      gateway.connect("gateway-a", PASSWORD);
      for (int i = 0; i < many; i++) {
        assertThat(gateway.publish(READINGS, "reading " + i)).isZero();
      }
      await().untilAsserted(() -> assertThat(judge.received).hasSize(many + 1));
      assertThat(judge.received.subList(1, many + 1))
          .containsExactlyElementsOf(
              IntStream.range(0, many).mapToObj(i -> READINGS + " reading " + i).toList());
    }
  }

  /** Orders to withdraw of before the change would stand again, and nobody would know. */
  @Test
  void whatWasOnDiskBeforeItKeptAllInMemoryIsNotResumed() throws Exception {
    BrokerSettings disk = BrokerSettings.of(dir, 0);
    EmbeddedBroker.start(disk.withKeeps(Keeps.MEMORY), People.all()).close();
    EmbeddedBroker.start(disk, People.all()).close();
    EmbeddedBroker.start(disk.withKeeps(Keeps.MEMORY), People.all()).close();
    assertThatThrownBy(() -> EmbeddedBroker.start(disk, People.all()))
        .hasMessageContaining("is from before the broker kept its sessions in memory");
  }

  @Test
  void whatIsOnDiskIsResumedAfterAStartInMemoryThatFailed() throws Exception {
    BrokerSettings disk = BrokerSettings.of(dir, 0);
    EmbeddedBroker.start(disk, People.all()).close();
    Path inTheWay = Files.createDirectories(dir.resolve("conf/config.xml/in-the-way"));
    assertThatThrownBy(() -> EmbeddedBroker.start(disk.withKeeps(Keeps.MEMORY), People.all()))
        .isInstanceOf(IOException.class);
    Files.delete(inTheWay);

    EmbeddedBroker.start(disk, People.all()).close();
  }

  /** As a broker does that forgets: the client learns it and subscribes again. */
  @Test
  void tellsAClientThatItsSessionIsGoneWhereItIsKeptInMemory() throws Exception {
    BrokerSettings settings = BrokerSettings.of(dir, 0).withKeeps(Keeps.MEMORY);
    for (int start = 0; start < 2; start++) {
      try (var broker = EmbeddedBroker.start(settings, People.all());
          var alerting = Client.at(broker.port(), "alerting-0")) {
        assertThat(alerting.connect("alerting", PASSWORD)).isFalse();
        assertThat(alerting.subscribe(FINDINGS)).isEqualTo(1);
      }
    }
  }

  @Test
  void saysSoWhenItsPortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings = BrokerSettings.of(dir, taken.getLocalPort());
      assertThatThrownBy(() -> EmbeddedBroker.start(settings, People.all()))
          .hasMessage("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void closesItsDoorWhenItIsClosed() throws Exception {
    var broker = EmbeddedBroker.start(BrokerSettings.of(dir, 0), People.all());
    assertThat(Client.isOpen(broker.port())).isTrue();
    broker.close();
    assertThat(Client.isOpen(broker.port())).isFalse();
  }
}
