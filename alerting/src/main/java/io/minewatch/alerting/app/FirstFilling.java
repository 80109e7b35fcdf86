package io.minewatch.alerting.app;

import io.minewatch.alerting.desk.PackChanges;
import io.minewatch.alerting.desk.RegistryAnswer;
import io.minewatch.alerting.desk.RegistryBook;
import io.minewatch.alerting.desk.RegistryDesk;
import io.minewatch.alerting.desk.RegistryDesk.Edit;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.UnsoundMines;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.document.Lowering;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.RegistryRows;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.registry.DocumentText;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the registry to where the start begins: mine files fill it the first time; one that was
 * changed since is an edit by the file; and every plan has its version.
 *
 * <p>A changed file never undoes what a person has edited, and never lowers protection, without a
 * person who confirms it. Nor do changed rule packs: where they would, the plan before holds.
 */
final class FirstFilling {
  /** Who edits when a file does. */
  static final String FILE = "file";

  private static final Logger LOG = LoggerFactory.getLogger(FirstFilling.class);

  private FirstFilling() {}

  /**
   * The mines as they hold now.
   *
   * @param files the mines of the folder
   * @param unsound hears of those whose kept registry is not sound under the packs of this start
   */
  static Mines bring(
      Store store,
      RulePacks packs,
      Collection<MineEntry> files,
      Clock clock,
      UnsoundMines unsound) {
    RegistryDesk desk = new RegistryDesk(store, packs, clock, mine -> {}, unsound);
    files.forEach(file -> take(store, desk, file));
    return store.database().write(() -> mines(store, packs, clock, unsound));
  }

  /** Whether a document was taken from its mine file as it is. */
  static boolean isTaken(RegistryRows registry, Document document) {
    String mine = String.valueOf(document.root().getOrDefault("mine", ""));
    return registry.fileDigest(mine).equals(DocumentText.digest(document));
  }

  private static void take(Store store, RegistryDesk desk, MineEntry file) {
    String mine = file.plan().mine().value();
    String digest = DocumentText.digest(file.document());
    if (store.registry().fileDigest(mine).equals(digest)) {
      return;
    }
    Version current = store.registry().newest(mine);
    Origin origin = current == null ? Origin.FIRST : Origin.MINE_FILE;
    Edit edit =
        new Edit(
            mine,
            current == null ? 0 : current.version(),
            file.document(),
            FILE,
            current == null ? "first filling" : "the mine file was changed",
            origin,
            null);
    RegistryAnswer answer =
        current == null || isOfFile(current) ? desk.edit(edit) : desk.propose(edit, List.of());
    if (answer instanceof RegistryAnswer.Waiting waiting) {
      LOG.warn(
          "The mine file of {} was changed; it waits as {} for a person",
          mine,
          waiting.change().id());
    }
    store.database().write(() -> taken(store, mine, digest));
  }

  private static boolean taken(Store store, String mine, String digest) {
    store.registry().fileTaken(mine, digest);
    return true;
  }

  private static boolean isOfFile(Version version) {
    return version.origin() == Origin.FIRST || version.origin() == Origin.MINE_FILE;
  }

  private static Mines mines(Store store, RulePacks packs, Clock clock, UnsoundMines unsound) {
    store.outbox().sendAllAgain();
    RegistryBook book = new RegistryBook(store, clock);
    PackChanges packChanges = new PackChanges(store, clock);
    Map<String, MineEntry> mines = new TreeMap<>();
    Map<String, Document> planless = new TreeMap<>();
    store
        .registry()
        .heads()
        .forEach(
            (mine, version) -> {
              Version newest = Objects.requireNonNull(store.registry().newest(mine));
              Document document = newest.document();
              Problems problems = new Problems();
              MineEntry read = MineLoader.read(document, packs, problems);
              MineEntry entry = problems.isEmpty() ? read : null;
              List<Lowering> lowered =
                  entry == null ? List.of() : packChanges.lowered(document, entry);
              packChanges.ask(newest, lowered);
              if (entry != null && lowered.isEmpty()) {
                Plan plan = book.publish(entry.plan(), LedgerRows.SYSTEM);
                mines.put(mine, entry.as(version, plan));
              } else {
                if (entry != null) {
                  unsound.lowered(mine, lowered);
                } else {
                  unsound.found(mine, problems.found());
                }
                Plan held = store.outbox().plan(new MineCode(mine));
                if (held != null) {
                  mines.put(mine, MineEntry.held(version, document, held));
                } else {
                  planless.put(mine, document);
                }
              }
            });
    Mines all = new Mines(mines);
    planless.forEach((mine, document) -> all.withoutPlan(mine, MineEntry.jurisdiction(document)));
    return all;
  }
}
