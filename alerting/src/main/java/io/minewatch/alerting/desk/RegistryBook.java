package io.minewatch.alerting.desk;

import io.minewatch.alerting.desk.RegistryDesk.Edit;
import io.minewatch.alerting.document.FieldChange;
import io.minewatch.alerting.document.Lowering;
import io.minewatch.alerting.journal.ChangeRows.Change;
import io.minewatch.alerting.journal.ChangeRows.State;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.registry.DocumentText;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.withdrawal.OrderBook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was decided about a registry, with its rows of the ledger. Inside the
 * transaction of the decision. The ledger, which nobody can change, holds no names of people: it
 * holds the document's digest and what was changed, masked.
 */
public final class RegistryBook {
  private final Store store;
  private final Clock clock;

  public RegistryBook(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Keeps a version, and the plan that follows from it if that is another one. */
  MineEntry add(
      Edit edit,
      MineEntry after,
      List<FieldChange> changes,
      List<Lowering> lowered,
      @Nullable String second) {
    Instant now = clock.instant();
    move(edit, after, now);
    Plan plan = publish(after.plan(), edit.by());
    Version version =
        new Version(
            edit.mine(),
            edit.base() + 1,
            now,
            edit.by(),
            second,
            edit.origin(),
            edit.why(),
            edit.document(),
            changes,
            lowered,
            plan.version(),
            edit.backTest());
    store.registry().add(version);
    Map<String, Object> what = words(edit, changes, lowered);
    what.put("version", version.version());
    what.put("plan", plan.version());
    if (second != null) {
      what.put("approvedBy", second);
    }
    append(edit.mine(), version.version(), edit.by(), "Changed", what, now);
    return after.as(version.version(), plan);
  }

  private void move(Edit edit, MineEntry after, Instant now) {
    Version before = store.registry().newest(edit.mine());
    if (before != null) {
      String from = MineEntry.path(MineEntry.jurisdiction(before.document()), edit.mine());
      if (!from.equals(after.path())) {
        new MovedMine(store, edit.by(), now).move(from, after.path());
      }
    }
  }

  /** A mine whose document is not sound here, under the plan that was published last, if any. */
  Optional<MineEntry> held(Version version) {
    return Optional.ofNullable(store.outbox().plan(new MineCode(version.mine())))
        .map(plan -> MineEntry.held(version.version(), version.document(), plan));
  }

  /** Keeps a change that waits for a person. */
  Change keep(
      Edit edit,
      State state,
      List<FieldChange> changes,
      List<Lowering> lowered,
      List<String> problems) {
    Instant now = clock.instant();
    long n = store.changes().next(edit.mine());
    Change change =
        new Change(
            "r-" + edit.mine() + "-" + n,
            edit.mine(),
            n,
            edit.base(),
            edit.origin(),
            state,
            now,
            edit.by(),
            edit.why(),
            edit.document(),
            changes,
            lowered,
            problems,
            edit.backTest(),
            null,
            null,
            null);
    store.changes().add(change);
    Map<String, Object> what = words(edit, changes, lowered);
    what.put("change", change.id());
    append(edit.mine(), edit.base(), edit.by(), "Asked", what, now);
    return change;
  }

  void tellRefused(Change change, String by, String reason) {
    Map<String, Object> what = new TreeMap<>(Map.of("change", change.id(), "reason", reason));
    append(change.mine(), change.base(), by, "Refused", what, clock.instant());
  }

  /** The plan under its published version, which is the next one if the content is another. */
  public Plan publish(Plan content, String by) {
    Plan known = store.outbox().plan(content.mine());
    if (known != null && known.equals(as(content, known))) {
      return known;
    }
    if (known != null) {
      return put(content, store.outbox().next(known.version()), by);
    }
    if (store.outbox().floor() > 0 && store.outbox().orderBook(content.mine()) == 0) {
      forget(content.mine());
    }
    return put(content, store.outbox().next(0), by);
  }

  /**
   * A mine new to a restored database may be known to judging from before, with orders that are
   * open there and that nobody could lift here.
   */
  private void forget(MineCode mine) {
    store
        .outbox()
        .orderBook(
            Topic.of(Topic.Kind.ORDERS, mine).toString(),
            new OrderBook(mine, store.outbox().next(0), List.of()));
  }

  /** The plan that was published last once more, under the next number. */
  Plan again(Plan known) {
    return put(known, store.outbox().next(known.version()), LedgerRows.SYSTEM);
  }

  private Plan put(Plan content, long version, String by) {
    Plan plan = content.as(version, clock.instant());
    store.outbox().plan(Topic.of(Topic.Kind.PLAN, plan.mine()).toString(), plan);
    String mine = plan.mine().value();
    store
        .ledger()
        .append(
            List.of(
                new Entry(
                    0,
                    plan.effectiveFrom().toString(),
                    mine,
                    LedgerRows.Kind.PLAN.name(),
                    mine,
                    plan.version(),
                    by,
                    "Plan",
                    new String(Messages.write(plan), StandardCharsets.UTF_8))));
    return plan;
  }

  /** The published plan of a content that was published before. */
  Plan published(Plan content) {
    Plan known = store.outbox().plan(content.mine());
    return known == null ? content : as(content, known);
  }

  private static Plan as(Plan content, Plan known) {
    return content.as(known.version(), known.effectiveFrom());
  }

  private static Map<String, Object> words(
      Edit edit, List<FieldChange> changes, List<Lowering> lowered) {
    Map<String, Object> what = new TreeMap<>();
    what.put("base", edit.base());
    what.put("origin", edit.origin().name());
    what.put("why", edit.why());
    what.put("document", DocumentText.digest(edit.document()));
    what.put("changes", DocumentText.changes(changes.stream().map(FieldChange::masked).toList()));
    what.put("lowered", lowered.stream().map(Lowering::english).collect(Collectors.joining("; ")));
    if (edit.backTest() != null) {
      what.put("backTest", edit.backTest());
    }
    return what;
  }

  private void append(
      String mine, long n, String by, String type, Map<String, Object> what, Instant at) {
    store
        .ledger()
        .append(
            List.of(
                new Entry(
                    0,
                    at.toString(),
                    mine,
                    LedgerRows.Kind.REGISTRY.name(),
                    mine,
                    n,
                    by,
                    type,
                    Canonical.json(what))));
  }
}
