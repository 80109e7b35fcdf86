package io.minewatch.alerting.desk;

import io.minewatch.alerting.desk.RegistryAnswer.Effective;
import io.minewatch.alerting.desk.RegistryAnswer.NotAllowed;
import io.minewatch.alerting.desk.RegistryAnswer.Stale;
import io.minewatch.alerting.desk.RegistryAnswer.Unchanged;
import io.minewatch.alerting.desk.RegistryAnswer.Unsound;
import io.minewatch.alerting.desk.RegistryAnswer.Waiting;
import io.minewatch.alerting.document.Diff;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.document.FieldChange;
import io.minewatch.alerting.document.Lowering;
import io.minewatch.alerting.journal.ChangeRows.Change;
import io.minewatch.alerting.journal.ChangeRows.State;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where every change of a registry is decided and made durable in one transaction: version, plan,
 * ledger rows, and what waits for a second person. One that lowers protection waits; any other
 * holds at once.
 */
public final class RegistryDesk {
  private final Store store;
  private final RulePacks packs;
  private final Clock clock;
  private final RegistryBook book;
  private final PackChanges packChanges;
  private final Consumer<MineEntry> changed;
  private final UnsoundMines unsound;

  /**
   * A desk.
   *
   * @param changed hears of a mine after the commit of its change
   * @param unsound hears of mines that others have made unsound under our packs
   */
  public RegistryDesk(
      Store store,
      RulePacks packs,
      Clock clock,
      Consumer<MineEntry> changed,
      UnsoundMines unsound) {
    this.unsound = unsound;
    this.store = store;
    this.packs = packs;
    this.clock = clock;
    this.book = new RegistryBook(store, clock);
    this.packChanges = new PackChanges(store, clock);
    this.changed = changed;
  }

  /**
   * A change as somebody wants it.
   *
   * @param base the version that was changed; 0 for a new mine
   * @param backTest the back-test that was run for it, null for none
   */
  public record Edit(
      String mine,
      long base,
      Document document,
      String by,
      String why,
      Origin origin,
      @Nullable String backTest) {}

  /** Makes a change, or lets it wait for a second person. */
  public RegistryAnswer edit(Edit edit) {
    return told(store.database().write(() -> decide(edit, null)));
  }

  /**
   * Keeps a change for a person to confirm, whatever it does.
   *
   * @param remarks what the person is to know beside what is missing
   */
  public RegistryAnswer propose(Edit edit, List<String> remarks) {
    return store
        .database()
        .write(
            () -> {
              Version current = store.registry().newest(edit.mine());
              if (current == null || current.version() != edit.base()) {
                return new Stale(current == null ? 0 : current.version());
              }
              List<FieldChange> changes = Diff.between(current.document(), edit.document());
              if (changes.isEmpty()) {
                return new Unchanged();
              }
              Problems problems = new Problems();
              MineEntry after = read(edit, problems);
              List<Lowering> lowered =
                  after == null ? List.of() : packChanges.lowered(current.document(), after);
              List<String> all = new ArrayList<>(remarks);
              all.addAll(problems.found());
              return new Waiting(book.keep(edit, State.PROPOSED, changes, lowered, all));
            });
  }

  /**
   * Confirms what a file proposes, or allows what lowers protection.
   *
   * @param completed what a proposal is to say instead, null for what it says
   */
  public RegistryAnswer allow(String id, String by, String reason, @Nullable Document completed) {
    return told(store.database().write(() -> allowed(id, by, reason, completed)));
  }

  private RegistryAnswer allowed(
      String id, String by, String reason, @Nullable Document completed) {
    Change change = Objects.requireNonNull(store.changes().find(id), "the caller has seen it");
    if (!change.isOpen()) {
      return new NotAllowed("decided already: " + change.state());
    }
    if (change.state() == State.PENDING && (change.askedBy().equals(by) || completed != null)) {
      return new NotAllowed("a second person allows it as it is, or refuses it");
    }
    boolean proposed = change.state() == State.PROPOSED;
    Edit edit =
        new Edit(
            change.mine(),
            change.base(),
            completed == null ? change.document() : completed,
            proposed ? by : change.askedBy(),
            proposed ? reason : change.why(),
            change.origin(),
            change.backTest());
    RegistryAnswer answer = decide(edit, proposed ? null : new Second(by, change.lowered()));
    State state = became(answer);
    if (state != null) {
      store.changes().decide(id, state, clock.instant(), by, reason);
    }
    return answer;
  }

  private static @Nullable State became(RegistryAnswer answer) {
    if (answer instanceof Stale || answer instanceof NotAllowed) {
      return State.OVERTAKEN;
    } else if (answer instanceof Waiting) {
      return State.CONFIRMED;
    }
    return answer instanceof Unsound ? null : State.EFFECTIVE;
  }

  /** Refuses what waits; who asked may take it back so. */
  public RegistryAnswer refuse(String id, String by, String reason) {
    return store
        .database()
        .write(
            () -> {
              Change change = Objects.requireNonNull(store.changes().find(id), "the caller saw it");
              if (!change.isOpen()) {
                return new NotAllowed("decided already: " + change.state());
              }
              store.changes().decide(id, State.REFUSED, clock.instant(), by, reason);
              book.tellRefused(change, by, reason);
              return new RegistryAnswer.Gone();
            });
  }

  /** Reads mines that another instance has changed since; cheap when none is. */
  public void follow(Map<String, Long> known) {
    store
        .registry()
        .heads()
        .forEach(
            (mine, version) -> {
              if (known.getOrDefault(mine, 0L) < version) {
                follow(mine);
              }
            });
  }

  private void follow(String mine) {
    Version version = Objects.requireNonNull(store.registry().newest(mine), "a kept mine");
    Problems problems = new Problems();
    MineEntry entry = MineLoader.read(version.document(), packs, problems);
    List<Lowering> lower =
        entry == null ? List.of() : packChanges.lowered(version.document(), entry);
    if (entry == null || !problems.isEmpty()) {
      unsound.found(mine, problems.found());
      book.held(version).ifPresent(changed);
    } else if (!lower.isEmpty()) {
      unsound.lowered(mine, lower);
      book.held(version).ifPresent(changed);
    } else {
      told(new Effective(entry.as(version.version(), book.published(entry.plan()))));
    }
  }

  /** A second person, who allows no more than the words say that the change was asked with. */
  private record Second(String by, List<Lowering> read) {}

  private RegistryAnswer decide(Edit edit, @Nullable Second second) {
    Version current = store.registry().newest(edit.mine());
    if ((current == null ? 0 : current.version()) != edit.base()) {
      return new Stale(current == null ? 0 : current.version());
    }
    Problems problems = new Problems();
    MineEntry after = read(edit, problems);
    if (after == null || !problems.isEmpty()) {
      return new Unsound(problems.found());
    }
    Document before = current == null ? new Document(Map.of()) : current.document();
    List<FieldChange> changes = Diff.between(before, edit.document());
    if (changes.isEmpty() && edit.origin() != Origin.PACKS) {
      return new Unchanged();
    }
    List<Lowering> lowered = current == null ? List.of() : packChanges.lowered(before, after);
    if (second == null) {
      return lowered.isEmpty()
          ? new Effective(book.add(edit, after, changes, lowered, null))
          : new Waiting(book.keep(edit, State.PENDING, changes, lowered, List.of()));
    } else if (!second.read().containsAll(lowered)) {
      return new NotAllowed("it lowers more by now than was asked; it is to be made anew");
    }
    return new Effective(book.add(edit, after, changes, lowered, second.by()));
  }

  private @Nullable MineEntry read(Edit edit, Problems problems) {
    MineEntry entry = MineLoader.read(edit.document(), packs, problems);
    if (entry != null && !entry.plan().mine().value().equals(edit.mine())) {
      problems.add("mine", "the document is of mine " + entry.plan().mine());
    }
    return entry;
  }

  private RegistryAnswer told(RegistryAnswer answer) {
    if (answer instanceof Effective effective) {
      unsound.mended(effective.mine().plan().mine().value());
      changed.accept(effective.mine());
    }
    return answer;
  }
}
