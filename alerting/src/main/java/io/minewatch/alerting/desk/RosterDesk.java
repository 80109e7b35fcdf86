package io.minewatch.alerting.desk;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.RosterRows;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.cap.CapChannel;
import io.minewatch.alerting.roster.Contact;
import io.minewatch.alerting.roster.Person;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.domain.finding.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes rosters and tests their numbers, each with its row of the ledger. */
public final class RosterDesk {
  private final Store store;
  private final CallDesk calls;
  private final CallPlan plan;
  private final RosterWatch watch;
  private final Clock clock;

  public RosterDesk(Store store, CallDesk calls, CallPlan plan, RosterWatch watch, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.plan = plan;
    this.watch = watch;
    this.clock = clock;
  }

  /**
   * Saves a new version in place of another.
   *
   * @param replaces the version that was seen; 0 for none
   * @return what is valid now, or null if another version came in between
   */
  public RosterRows.@Nullable Version save(Roster roster, long replaces, String by) {
    long version = replaces + 1;
    List<RosterRows.Version> saved =
        store
            .database()
            .write(
                () -> {
                  RosterRows.Version known = store.rosters().find(roster.scope());
                  if ((known == null ? 0 : known.version()) != replaces) {
                    return List.of();
                  }
                  store.rosters().save(roster, version);
                  store.ledger().append(List.of(saved(roster, version, by, clock.instant())));
                  return List.of(new RosterRows.Version(roster, version));
                });
    if (saved.isEmpty()) {
      return null;
    }
    watch.look();
    return saved.get(0);
  }

  /** The row of the ledger: what identifies the version, and no name or number. */
  static Entry saved(Roster roster, long version, String by, Instant at) {
    Map<String, Object> what =
        Map.of(
            "people", roster.people().size(),
            "slots", roster.slots().size(),
            "sha256", Canonical.sha256(RosterRows.body(roster)));
    return new Entry(
        0,
        at.toString(),
        "",
        LedgerRows.Kind.ROSTER.name(),
        roster.scope(),
        version,
        by,
        "Saved",
        Canonical.json(what));
  }

  /** One attempt of a test. */
  public record TestCall(String id, String channel, String number) {}

  /**
   * Calls each number of a person by the channels that dial it.
   *
   * @throws IllegalArgumentException if there is no such person
   */
  public List<TestCall> test(String scope, String id) {
    RosterRows.Version roster = store.rosters().find(scope);
    Person person =
        roster == null
            ? null
            : roster.roster().people().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    if (person == null) {
      throw new IllegalArgumentException("no person " + id + " in the roster of '" + scope + "'");
    }
    return store.database().write(() -> queue(scope, person));
  }

  private List<TestCall> queue(String scope, Person person) {
    Instant now = clock.instant();
    String subject = "test-%s-%d".formatted(person.id(), now.toEpochMilli());
    List<TestCall> made = new ArrayList<>();
    for (Contact contact : person.contacts()) {
      for (Map.Entry<String, Aim> channel : plan.channels().entrySet()) {
        if (channel.getValue().dials() == contact.kind()) {
          Callee callee =
              new Callee(scope, person.id(), person.name(), person.account(), contact.address());
          Attempt attempt =
              attempt(subject + "." + made.size(), cause(subject, ""), channel.getKey(), callee);
          calls.queue(attempt);
          made.add(new TestCall(attempt.id(), channel.getKey(), contact.masked()));
        }
      }
    }
    return made;
  }

  /**
   * Puts a test alert about a mine into the CAP feed, with a row of the ledger that says who did.
   *
   * @throws IllegalArgumentException if there is no feed here
   */
  public TestCall testFeed(String mine, String by) {
    if (!plan.channels().containsKey(CapChannel.NAME)) {
      throw new IllegalArgumentException("no CAP feed is set up here");
    }
    return store.database().write(() -> queueFeedTest(mine, by));
  }

  private TestCall queueFeedTest(String mine, String by) {
    Instant now = clock.instant();
    String id = "test-%s-%d".formatted(mine, store.ledger().head().seq() + 1);
    String what = Canonical.json(Map.of("channel", CapChannel.NAME));
    store
        .ledger()
        .append(
            List.of(
                new Entry(
                    0,
                    now.toString(),
                    mine,
                    LedgerRows.Kind.CALL.name(),
                    id,
                    0,
                    by,
                    "Tested",
                    what)));
    calls.queue(attempt(id, cause(id, mine), CapChannel.NAME, Callee.NOBODY));
    return new TestCall(id, CapChannel.NAME, "");
  }

  private static Cause cause(String subject, String mine) {
    return new Cause(subject, mine, 0, 1, Severity.BLUE, Cause.Why.TEST);
  }

  private Attempt attempt(String id, Cause cause, String channel, Callee callee) {
    Instant now = clock.instant();
    String code = calls.code(channel, callee);
    return new Attempt(
        id,
        cause,
        channel,
        callee,
        code,
        "【通信测试】无告警。收到请回复" + code,
        "TEST, no alarm. Answer with " + code,
        now,
        0,
        new State.Queued(now));
  }
}
