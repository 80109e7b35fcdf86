package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Way;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.oidc.Claims.Granted;
import io.minewatch.alerting.oidc.Identity;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The accounts of those whom a provider vouches for. Each follows what the provider said last: it
 * is made, changed and taken away with the rows of the ledger that say so.
 */
public final class VouchedAccounts {
  private static final int MARK_BYTES = 16;

  private final Store store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  private final Hourly refusals = new Hourly();

  public VouchedAccounts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Somebody has signed in, and may this now; empty for an account that is barred here. */
  public Optional<Account> signedIn(Identity who, Granted granted, String address) {
    String name = who.account();
    String display = granted.display().isEmpty() ? name : granted.display();
    return store
        .database()
        .write(
            () -> {
              Account before = store.accounts().find(name);
              if (before != null && before.way() == Way.BARRED) {
                return Optional.empty();
              }
              Account account =
                  before == null
                      ? Account.vouched(name, display, granted.role(), granted.scope(), mark())
                      : before.vouchedAnew(display, granted.role(), granted.scope());
              Map<String, String> what = said(who);
              what.put("role", String.valueOf(granted.role()));
              what.put("scope", account.scope());
              List<Entry> rows = new ArrayList<>();
              if (!account.equals(before)) {
                store.accounts().save(account);
                rows.add(entry(Kind.ACCOUNT, name, LedgerRows.SYSTEM, "Saved", what));
              }
              Map<String, String> from = new TreeMap<>(what);
              from.put("address", address);
              rows.add(entry(Kind.SIGN_IN, name, name, "SignedIn", from));
              store.ledger().append(rows);
              return Optional.of(account);
            });
  }

  /**
   * Somebody is vouched for and comes in nowhere now; the account stays as it is. One row an hour
   * of one person and reason.
   *
   * @param reason for the ledger
   */
  public void refused(Identity who, String reason, String address) {
    String key = who.account() + " " + reason;
    Instant now = clock.instant();
    if (refusals.isDue(key, now)) {
      store
          .database()
          .write(
              () -> {
                store.ledger().append(List.of(refusal(who, reason, address)));
                return true;
              });
      refusals.told(key, now);
    }
  }

  /**
   * The provider says nothing any more for which something is granted: what the account could
   * before, it cannot now.
   *
   * @return whether there was an account, which is taken away
   */
  public boolean notGranted(Identity who, String reason, String address) {
    String name = who.account();
    boolean had =
        store
            .database()
            .write(
                () -> {
                  Account before = store.accounts().find(name);
                  if (before == null || before.way() != Way.VOUCHED) {
                    return false;
                  }
                  store.accounts().delete(name);
                  Entry gone = entry(Kind.ACCOUNT, name, LedgerRows.SYSTEM, "Removed", said(who));
                  store.ledger().append(List.of(gone));
                  return true;
                });
    refused(who, reason, address);
    return had;
  }

  /**
   * Bars an account: its sessions end, and nobody comes in by it until it is removed; false if it
   * is not what it was.
   *
   * @param by the administrator
   */
  public boolean barred(Account before, String by) {
    String name = before.name();
    return store
        .database()
        .write(
            () -> {
              if (!Objects.equals(store.accounts().find(name), before)) {
                return false;
              }
              store.accounts().save(before.barred());
              store.ledger().append(List.of(entry(Kind.ACCOUNT, name, by, "Barred", Map.of())));
              return true;
            });
  }

  private Entry refusal(Identity who, String reason, String address) {
    Map<String, String> what = said(who);
    what.put("address", address);
    what.put("reason", reason);
    return entry(Kind.SIGN_IN, who.account(), who.account(), "Refused", what);
  }

  private static Map<String, String> said(Identity who) {
    return new TreeMap<>(Map.of("issuer", who.issuer(), "subject", who.subject()));
  }

  private String mark() {
    byte[] bytes = new byte[MARK_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private Entry entry(Kind kind, String subject, String by, String type, Map<String, String> what) {
    String at = clock.instant().toString();
    return new Entry(0, at, "", kind.name(), subject, 0, by, type, Canonical.json(what));
  }
}
