package io.minewatch.broker.hive;

import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.services.session.ClientService;
import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Accounts;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is signed in by which account. The connection of one whose account is gone or changed ends.
 * The session of a gateway or an observer whose account is gone, or may do something else now, ends
 * too, for it holds the subscriptions that the old one was allowed. That of a part of the platform
 * stays: an account that is taken away and put back must not lose what waits for it. Safe for many
 * threads.
 */
final class SignedIn {
  /** How often the accounts are looked at. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** Two in a row: a file that is just being written must end nobody's connection. */
  private static final int LOOKS = 2;

  static final int FORGET_EVERY = 120;

  /** Two in a row: who is just signing in is not connected yet. */
  private static final int SWEEPS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(SignedIn.class);

  private final Supplier<Accounts> accounts;
  private final Map<String, Entry> byClient = new ConcurrentHashMap<>();
  private int looks;

  private static final class Entry {
    private final Account account;
    private int missed;
    private final AtomicInteger away = new AtomicInteger();

    private Entry(Account account) {
      this.account = account;
    }
  }

  SignedIn(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  void add(String clientId, Account account) {
    byClient.put(clientId, new Entry(account));
  }

  /** Looks once; called by one thread, every {@link #LOOK_EVERY}. */
  void look(ClientService clients) {
    Accounts now = accounts.get();
    boolean forget = ++looks % FORGET_EVERY == 0;
    byClient.forEach(
        (clientId, entry) -> {
          Account is = now.find(entry.account.user());
          entry.missed = entry.account.equals(is) ? 0 : entry.missed + 1;
          if (entry.missed >= LOOKS) {
            end(clients, clientId, entry, is);
          } else if (forget) {
            sweep(clients, clientId, entry);
          }
        });
  }

  private void end(ClientService clients, String clientId, Entry entry, @Nullable Account is) {
    LOG.warn(
        "ending the connection of {} as {}: its account is {}",
        clientId,
        entry.account.user(),
        is == null ? "gone" : "another");
    var ended =
        endsSession(entry.account, is)
            ? clients.invalidateSession(clientId)
            : clients.disconnectClient(
                clientId, false, DisconnectReasonCode.NOT_AUTHORIZED, "the account has changed");
    var unused = ended.whenComplete((done, failure) -> forget(clients, clientId, entry));
  }

  private static boolean endsSession(Account was, @Nullable Account is) {
    if (is == null) {
      return isOutside(was);
    }
    return !isAllowedTheSame(is, was) && (isOutside(was) || isOutside(is));
  }

  /** Whether it is of none of the platform's own parts. */
  private static boolean isOutside(Account account) {
    return switch (account.role()) {
      case GATEWAY, OBSERVER -> true;
      case JUDGE, ARCHIVE, ALERTING, SIMULATOR -> false;
    };
  }

  private static boolean isAllowedTheSame(Account one, Account other) {
    return one.role() == other.role() && Objects.equals(one.mine(), other.mine());
  }

  /** Of who comes back there is another entry. */
  private void sweep(ClientService clients, String clientId, Entry entry) {
    var unused =
        clients
            .isClientConnected(clientId)
            .thenAccept(
                connected -> {
                  if (connected) {
                    entry.away.set(0);
                  } else if (entry.away.incrementAndGet() >= SWEEPS) {
                    byClient.remove(clientId, entry);
                  }
                });
  }

  /** Unless it came back meanwhile. */
  private void forget(ClientService clients, String clientId, Entry entry) {
    var unused =
        clients
            .isClientConnected(clientId)
            .thenAccept(
                connected -> {
                  if (!connected) {
                    byClient.remove(clientId, entry);
                  }
                });
  }
}
