package io.minewatch.broker.hive;

import static io.minewatch.broker.hive.People.A;
import static io.minewatch.broker.hive.People.B;
import static io.minewatch.broker.hive.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Accounts;
import io.minewatch.broker.account.Passwords;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A credential that is taken away, or changed, ends the connection that was made with it. */
class TakenAwayTest {
  private static final Duration SOON = SignedIn.LOOK_EVERY.multipliedBy(6);
  private static final String OTHER = "another word than before";

  /** Made once: each making salts the hashes anew, and they would be other accounts. */
  private static final List<Account> EVERYBODY = People.all();

  private static final AtomicReference<Accounts> ACCOUNTS = new AtomicReference<>();

  @TempDir static Path dir;
  static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    ACCOUNTS.set(Accounts.of(EVERYBODY));
    broker = EmbeddedBroker.start(BrokerSettings.of(dir, 0), ACCOUNTS::get);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void everybodyHasAnAccount() {
    ACCOUNTS.set(Accounts.of(EVERYBODY));
  }

  private static void change(String user, UnaryOperator<Account> to) {
    List<Account> all =
        EVERYBODY.stream().map(each -> each.user().equals(user) ? to.apply(each) : each).toList();
    ACCOUNTS.set(Accounts.of(all));
  }

  private static void takeAway(String user) {
    List<Account> others = EVERYBODY.stream().filter(each -> !each.user().equals(user)).toList();
    ACCOUNTS.set(Accounts.of(others));
  }

  @Test
  void anAccountThatIsTakenAwayEndsItsConnectionAndNobodyElses() throws Exception {
    try (var gateway = Client.at(broker.port(), A + ".gw-1");
        var other = Client.at(broker.port(), B + ".gw-1")) {
      gateway.connect("gateway-a", PASSWORD);
      gateway.subscribe("mw/v1/" + A + "/plan");
      other.connect("gateway-b", PASSWORD);

      takeAway("gateway-a");
      await().atMost(SOON).until(() -> !gateway.isConnected());

      assertThatThrownBy(() -> gateway.connect("gateway-a", PASSWORD))
          .isInstanceOf(MqttException.class);
      assertThat(other.isConnected()).isTrue();
      assertThat(other.publish("mw/v1/" + B + "/gw-1/readings", "here")).isZero();
      everybodyHasAnAccount();
      assertThat(gateway.connect("gateway-a", PASSWORD)).as("its session is gone").isFalse();
    }
  }

  @Test
  void theJudgesAccountThatIsTakenAwayAndPutBackFindsWhatWaited() throws Exception {
    try (var judge = Client.at(broker.port(), "judge-1")) {
      judge.connect("judge", PASSWORD);
      takeAway("judge");
      await().atMost(SOON).until(() -> !judge.isConnected());

      assertThatThrownBy(() -> judge.connect("judge", PASSWORD)).isInstanceOf(MqttException.class);
      everybodyHasAnAccount();
      assertThat(judge.connect("judge", PASSWORD)).as("its session is here").isTrue();
    }
  }

  @Test
  void anotherPasswordEndsTheConnectionAndLeavesTheSession() throws Exception {
    try (var gateway = Client.at(broker.port(), A + ".gw-2")) {
      gateway.connect("gateway-a", PASSWORD);
      change(
          "gateway-a",
          is ->
              new Account(
                  is.user(), Passwords.hash(OTHER, new SecureRandom()), is.role(), is.mine()));
      await().atMost(SOON).until(() -> !gateway.isConnected());

      assertThatThrownBy(() -> gateway.connect("gateway-a", PASSWORD))
          .isInstanceOf(MqttException.class);
      assertThat(gateway.connect("gateway-a", OTHER)).as("its session is here").isTrue();
    }
  }

  @Test
  void whoMayDoSomethingElseNowSignsInAnew() throws Exception {
    try (var gateway = Client.at(broker.port(), A + ".gw-3")) {
      gateway.connect("gateway-a", PASSWORD);
      Account b = ACCOUNTS.get().find("gateway-b");
      change("gateway-a", is -> new Account(is.user(), is.passwordHash(), is.role(), b.mine()));
      await().atMost(SOON).until(() -> !gateway.isConnected());
    }
  }
}
