package io.minewatch.broker.hive;

import static io.minewatch.broker.hive.People.A;
import static io.minewatch.broker.hive.People.B;
import static io.minewatch.broker.hive.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The access rules as a real client meets them. */
class AccessTest {
  private static final int BAD_USER_NAME_OR_PASSWORD = 0x86;
  private static final int CLIENT_ID_NOT_VALID = 0x85;
  private static final int NOT_AUTHORIZED = 0x87;

  @TempDir static Path dir;
  static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(BrokerSettings.of(dir, 0), People.all());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @ParameterizedTest
  @CsvSource({"judge, wrong", "nobody, " + PASSWORD, "judge, ''"})
  void refusesAWrongUserOrPassword(String user, String password) throws Exception {
    try (var client = Client.at(broker.port(), "judge-x")) {
      assertThatThrownBy(() -> client.connect(user, password))
          .satisfies(refused(BAD_USER_NAME_OR_PASSWORD));
    }
  }

  @Test
  void refusesWhoHasNoName() throws Exception {
    try (var client = Client.at(broker.port(), "judge-x")) {
      assertThatThrownBy(client::connect).satisfies(refused(BAD_USER_NAME_OR_PASSWORD));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"judge-0", "140921029999.gw-1", "observer.x"})
  void refusesAGatewayTheClientIdOfAnother(String clientId) throws Exception {
    try (var client = Client.at(broker.port(), clientId)) {
      assertThatThrownBy(() -> client.connect("gateway-a", PASSWORD))
          .satisfies(refused(CLIENT_ID_NOT_VALID));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mw/v1/140921029999/gw-1/readings",
        "mw/v1/140921029999/gw-1/status",
        "mw/v1/140921021337/findings",
        "mw/v1/140921021337/plan",
        "mw/v1/140921021337/orders",
        "mw/v1/140921021337/summary",
        "mw/v1/140921021337/gw-1/receipt/judged",
        "mw/v1/rejected/140921021337",
        "elsewhere"
      })
  void refusesAGatewayWhatIsNotItsOwnAndDeliversNothingOfIt(String topic) throws Exception {
    try (var observer = Client.at(broker.port(), "observer.eye");
        var gateway = Client.at(broker.port(), A + ".gw-1");
        var honest = Client.at(broker.port(), A + ".gw-2")) {
      observer.connect("observer", PASSWORD);
      assertThat(observer.subscribe("mw/v1/#")).isEqualTo(1);
      gateway.connect("gateway-a", PASSWORD);
      assertThat(gateway.publish(topic, "forged")).isEqualTo(NOT_AUTHORIZED);

      honest.connect("gateway-a", PASSWORD);
      assertThat(honest.publish("mw/v1/" + A + "/gw-2/readings", "true")).isZero();
      await()
          .untilAsserted(
              () -> assertThat(observer.received).contains("mw/v1/" + A + "/gw-2/readings true"));
      assertThat(observer.received).noneMatch(text -> text.contains("forged"));
    }
  }

  @Test
  void refusesRetainedReadings() throws Exception {
    try (var gateway = Client.at(broker.port(), A + ".gw-3")) {
      gateway.connect("gateway-a", PASSWORD);
      assertThat(gateway.publishRetained("mw/v1/" + A + "/gw-3/readings", "for ever"))
          .isEqualTo(NOT_AUTHORIZED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mw/v1/140921029999/plan",
        "mw/v1/+/plan",
        "mw/v1/#",
        "#",
        "+/+/+/plan",
        "$share/spies/mw/v1/140921029999/plan",
        "$share/spies/#",
        "$SYS/#",
        "mw/v1/140921021337/findings",
        "mw/v1/140921021337/+/positions"
      })
  void refusesAGatewayToHearWhatIsNotItsOwn(String filter) throws Exception {
    try (var gateway = Client.at(broker.port(), A + ".gw-4")) {
      gateway.connect("gateway-a", PASSWORD);
      assertThat(gateway.subscribe(filter)).isEqualTo(NOT_AUTHORIZED);
    }
  }

  @Test
  void tellsThatAGatewayIsGoneByItsLastWill() throws Exception {
    String status = "mw/v1/" + B + "/gw-1/status";
    try (var judge = Client.at(broker.port(), "judge-0");
        var gateway = Client.at(broker.port(), B + ".gw-1")) {
      judge.connect("judge", PASSWORD);
      judge.subscribe("mw/v1/+/+/status");
      will(gateway, status);
      gateway.connect("gateway-b", PASSWORD);
      assertThat(gateway.publishRetained(status, "born")).isZero();
      await().untilAsserted(() -> assertThat(judge.received).containsExactly(status + " born"));
      gateway.cut();
      await().untilAsserted(() -> assertThat(judge.received).contains(status + " gone"));
    }
  }

  @Test
  void refusesALastWillOnTheStatusOfAnotherMine() throws Exception {
    try (var gateway = Client.at(broker.port(), A + ".gw-5")) {
      will(gateway, "mw/v1/" + B + "/gw-1/status");
      assertThatThrownBy(() -> gateway.connect("gateway-a", PASSWORD))
          .satisfies(refused(NOT_AUTHORIZED));
    }
  }

  private static void will(Client client, String topic) {
    MqttMessage will = new MqttMessage("gone".getBytes(StandardCharsets.UTF_8), 1, true, null);
    will.setProperties(new MqttProperties());
    client.options().setWill(topic, will);
  }

  private static java.util.function.Consumer<Throwable> refused(int reasonCode) {
    return thrown -> {
      assertThat(thrown).isInstanceOf(MqttException.class);
      assertThat(((MqttException) thrown).getReasonCode()).isEqualTo(reasonCode);
    };
  }
}
