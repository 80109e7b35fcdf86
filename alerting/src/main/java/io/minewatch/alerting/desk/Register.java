package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.DrillRows.Drill;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.journal.LedgerRows.Root;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.domain.wire.Topic;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the ledger what is no event of an incident, and seals its days. */
public final class Register {
  private static final Logger LOG = LoggerFactory.getLogger(Register.class);
  private final Store store;
  private final Clock clock;
  private final Hourly exports = new Hourly();
  private @Nullable LocalDate sealed;

  public Register(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Somebody has signed in at the console; programs that send a password each time are not told.
   */
  public void signedIn(Account account, String address) {
    Map<String, String> what =
        Map.of("address", address, "role", account.role().name(), "scope", account.scope());
    write(Kind.SIGN_IN, account.name(), account.name(), "SignedIn", what, () -> true);
  }

  /**
   * Saves an account and the row that says so, or neither; false if it is not what it was.
   *
   * @param before what is replaced, null for nothing: somebody else may have changed it since
   * @param by the administrator
   * @param password whether it has another one now
   */
  public boolean saved(Account account, @Nullable Account before, String by, Password password) {
    Entry entry = saved(account, by, password, clock.instant());
    return store
        .database()
        .write(
            () -> {
              if (!Objects.equals(store.accounts().find(account.name()), before)) {
                return false;
              }
              store.accounts().save(account);
              store.ledger().append(List.of(entry));
              return true;
            });
  }

  /** The row that says that an account was saved. */
  static Entry saved(Account account, String by, Password password, Instant at) {
    Map<String, String> what =
        Map.of(
            "password", password.name(),
            "role", account.role().name(),
            "scope", account.scope());
    return new Entry(
        0,
        at.toString(),
        "",
        Kind.ACCOUNT.name(),
        account.name(),
        0,
        by,
        "Saved",
        Canonical.json(what));
  }

  /** What a change of an account did to its password. */
  public enum Password {
    KEPT,
    CHANGED
  }

  /**
   * Removes an account, with the row that says so; false if it is not what it was.
   *
   * @param before what was seen: somebody else may have changed it since
   */
  public boolean removed(Account before, String by) {
    String name = before.name();
    return write(
        Kind.ACCOUNT,
        name,
        by,
        "Removed",
        Map.of(),
        () -> Objects.equals(store.accounts().find(name), before) && store.accounts().delete(name));
  }

  /**
   * A table was taken along; one row an hour of the same question of the same account.
   *
   * @param asked for it, without what may be anybody's name
   */
  public void exported(String by, String table, int rows, String asked) {
    String key = String.join(" ", by, table, asked);
    Instant now = clock.instant();
    if (exports.isDue(key, now)) {
      Map<String, String> what = Map.of("rows", String.valueOf(rows), "asked", asked);
      write(Kind.EXPORT, table, by, "Table", what, () -> true);
      exports.told(key, now);
    }
  }

  /**
   * The rules of this start, with a row of their own if they are others than before.
   *
   * @param packs the hash of each pack, by file
   */
  public void rules(Map<String, String> packs) {
    String content = Canonical.json(packs);
    String at = clock.instant().toString();
    Entry entry =
        new Entry(0, at, "", Kind.RULES.name(), "rules", 0, LedgerRows.SYSTEM, "Loaded", content);
    store
        .database()
        .write(
            () -> {
              if (!content.equals(store.ledger().newest(Kind.RULES))) {
                store.ledger().append(List.of(entry));
              }
              return true;
            });
  }

  /** Starts an exercise, with the row that says so; its id is the number of that row. */
  public Drill drill(String by, Function<String, Drill> made) {
    return store
        .database()
        .write(
            () -> {
              Drill drill = made.apply("d-" + (store.ledger().head().seq() + 1));
              store.drills().add(drill);
              append(drill, by, "Started");
              return drill;
            });
  }

  /** An exercise was ended before all of it was told. */
  public void drillEnded(Drill drill, String by) {
    store
        .database()
        .write(
            () -> {
              append(drill, by, "Ended");
              return true;
            });
  }

  private void append(Drill drill, String by, String type) {
    Map<String, String> what =
        Map.of(
            "title", drill.title(),
            "notice", drill.notice().name(),
            "origin", drill.origin().name(),
            "starts", drill.starts().toString(),
            "script", drill.script());
    String at = clock.instant().toString();
    store
        .ledger()
        .append(
            List.of(
                new Entry(
                    0,
                    at,
                    drill.mine(),
                    Kind.DRILL.name(),
                    drill.id(),
                    0,
                    by,
                    type,
                    Canonical.json(what))));
  }

  private boolean write(
      Kind kind,
      String subject,
      String by,
      String type,
      Map<String, String> what,
      Supplier<Boolean> step) {
    String at = clock.instant().toString();
    Entry entry = new Entry(0, at, "", kind.name(), subject, 0, by, type, Canonical.json(what));
    return store
        .database()
        .write(
            () -> {
              boolean done = step.get();
              if (done) {
                store.ledger().append(List.of(entry));
              }
              return done;
            });
  }

  /** Seals the days that are over; cheap until the next one is. */
  public void sealDays() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (today.equals(sealed)) {
      return;
    }
    List<Root> roots =
        store
            .database()
            .write(
                () -> {
                  List<Root> sealing = store.ledger().seal(now);
                  sealing.forEach(root -> store.outbox().put(Topic.LEDGER_ROOT, root, root.seq()));
                  return sealing;
                });
    for (Root root : roots) {
      LOG.info("ledger root of {}: row {} {}", root.day(), root.seq(), root.hash());
    }
    sealed = today;
  }
}
