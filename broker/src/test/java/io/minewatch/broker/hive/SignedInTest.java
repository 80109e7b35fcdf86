package io.minewatch.broker.hive;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.extension.sdk.api.services.session.ClientService;
import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Accounts;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who is remembered as signed in, and for how long. */
class SignedInTest {
  private static final String CLIENT = "judge-1";

  private Accounts accounts = Accounts.of(People.all());
  private final Account judge = accounts.find("judge");
  private final SignedIn signedIn = new SignedIn(() -> accounts);
  private boolean connected;
  private final List<String> ended = new ArrayList<>();

  /** Knows one client; notes what ends it. */
  private final ClientService clients =
      (ClientService)
          Proxy.newProxyInstance(
              ClientService.class.getClassLoader(),
              new Class<?>[] {ClientService.class},
              (self, method, arguments) -> {
                boolean asks = method.getName().equals("isClientConnected");
                if (!asks) {
                  ended.add(method.getName() + " " + arguments[0]);
                }
                return CompletableFuture.completedFuture(asks ? connected : true);
              });

  private void sweep() {
    for (int i = 0; i < SignedIn.FORGET_EVERY; i++) {
      signedIn.look(clients);
    }
  }

  private List<String> endedWithTheAccount() {
    connected = true;
    accounts = Accounts.of(List.of());
    signedIn.look(clients);
    signedIn.look(clients);
    return ended;
  }

  @Test
  void whoWasJustSigningInAsOneSweepPassedIsWatched() {
    signedIn.add(CLIENT, judge);
    sweep();

    assertThat(endedWithTheAccount()).containsExactly("disconnectClient " + CLIENT);
  }

  @Test
  void whoIsThereAgainAtEveryOtherSweepIsWatched() {
    signedIn.add(CLIENT, judge);
    sweep();
    connected = true;
    sweep();
    connected = false;
    sweep();

    assertThat(endedWithTheAccount()).hasSize(1);
  }

  @Test
  void whoWasAwayAtTwoSweepsIsForgotten() {
    signedIn.add(CLIENT, judge);
    sweep();
    sweep();

    assertThat(endedWithTheAccount()).isEmpty();
  }
}
