package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.oidc.Claims.Granted;
import io.minewatch.alerting.oidc.Identity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The accounts of those whom a provider vouches for. Each follows what the provider said last: it
 * is made, changed and taken away with the rows of the ledger that say so.
 */
public final class VouchedAccounts {
  private final Store store;
  private final Clock clock;

  public VouchedAccounts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Somebody has signed in, and may this now. */
  public Account signedIn(Identity who, Granted granted, String address) {
    String name = who.account();
    String display = granted.display().isEmpty() ? who.subject() : granted.display();
    Account account = Account.vouched(name, display, granted.role(), granted.scope());
    Map<String, String> what =
        Map.of(
            "address", address,
            "role", account.role().name(),
            "scope", account.scope(),
            "issuer", who.issuer(),
            "subject", who.subject());
    return store
        .database()
        .write(
            () -> {
              List<Entry> rows = new ArrayList<>();
              Account before = store.accounts().find(name);
              if (!account.equals(before)) {
                store.accounts().save(account);
                rows.add(Register.saved(account, name, Register.Password.KEPT, clock.instant()));
              }
              rows.add(entry(Kind.SIGN_IN, name, name, "SignedIn", what));
              store.ledger().append(rows);
              return account;
            });
  }

  /**
   * Somebody is vouched for and may nothing here; what the account could before, it cannot any
   * more.
   *
   * @return whether there was an account, which is taken away
   */
  public boolean refused(Identity who, String reason, String address) {
    String name = who.account();
    Map<String, String> what =
        Map.of(
            "address", address, "issuer", who.issuer(), "subject", who.subject(), "reason", reason);
    return store
        .database()
        .write(
            () -> {
              List<Entry> rows = new ArrayList<>();
              rows.add(entry(Kind.SIGN_IN, name, name, "Refused", what));
              boolean gone = store.accounts().delete(name);
              if (gone) {
                rows.add(entry(Kind.ACCOUNT, name, LedgerRows.SYSTEM, "Removed", Map.of()));
              }
              store.ledger().append(rows);
              return gone;
            });
  }

  private Entry entry(Kind kind, String subject, String by, String type, Map<String, String> what) {
    String at = clock.instant().toString();
    return new Entry(0, at, "", kind.name(), subject, 0, by, type, Canonical.json(what));
  }
}
