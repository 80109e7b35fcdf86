package io.minewatch.alerting.filing;

import io.minewatch.alerting.desk.RegistryAnswer;
import io.minewatch.alerting.desk.RegistryDesk;
import io.minewatch.alerting.desk.RegistryDesk.Edit;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.ChangeRows;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.Plan;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.found.RefusedRecord;
import io.minewatch.ingest.files.layout.LocalTimes;
import io.minewatch.ingest.files.read.Arrival;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import io.minewatch.ingest.files.registry.Defined;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a definition file and keeps what it would change for a person to confirm. */
public final class Filing {
  private final FileReader reader;
  private final RegistryDesk desk;
  private final ChangeRows changes;
  private final RulePacks packs;
  private final Clock clock;

  /**
   * Reads by these formats.
   *
   * @param changes among which the files are that were confirmed before
   * @param reader by the built-in formats and words, or a mine's own over them
   * @param packs the law that the thresholds of a file are held against
   */
  public Filing(
      RegistryDesk desk, ChangeRows changes, FileReader reader, RulePacks packs, Clock clock) {
    this.reader = reader;
    this.desk = desk;
    this.changes = changes;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * Makes a proposal of a file.
   *
   * @param name of the file, which tells mine, type and time
   * @param by who has brought it
   */
  public RegistryAnswer take(MineEntry mine, String name, byte[] bytes, String by) {
    Instant now = clock.instant();
    // A file that is sent is whole: one without its end mark is cut off and not on its way.
    Arrival arrival = new Arrival(name, bytes, now.minus(FileRules.NATIONAL.patience()), now);
    FileResult result = reader.read(arrival);
    if (result instanceof FileResult.Refused refused) {
      return new RegistryAnswer.Unsound(List.of(refused.fault() + ": " + refused.detail()));
    } else if (!(result instanceof FileResult.Taken taken) || Defined.by(taken).isEmpty()) {
      return new RegistryAnswer.Unsound(List.of("the file defines nothing"));
    } else if (!taken.head().mine().equals(mine.plan().mine())) {
      return new RegistryAnswer.Unsound(List.of("the file is of mine " + taken.head().mine()));
    } else if (isOlder(mine, name, taken.head())) {
      return new RegistryAnswer.Unsound(List.of("the file is older than " + newest(mine, name)));
    } else {
      Document filled = withOwnLimits(mine, Filled.by(mine, taken), taken);
      Edit edit =
          new Edit(
              mine.plan().mine().value(),
              mine.version(),
              filled,
              by,
              name,
              Origin.DEFINITION,
              null);
      return desk.propose(edit, taken.refused().stream().map(Filing::words).toList());
    }
  }

  /**
   * Where thresholds of the file are stricter than what holds they become the mine's own limits;
   * looser ones change nothing, for the law holds. A point that is new in the file may have its
   * place already; one whose place a person has yet to tell has no law and so no stricter limit.
   * Own limits of points that the file takes away go with them.
   */
  private Document withOwnLimits(MineEntry mine, Document filled, FileResult.Taken file) {
    if (!(file.content() instanceof Content.Points points)) {
      return filled;
    }
    Plan lawful = plan(filled.with("own", List.of()));
    Document fitting = lawful == null ? filled : StricterLimits.fitting(lawful, filled);
    Plan after = plan(fitting);
    return StricterLimits.over(
        after == null ? mine.plan() : after, fitting, file.head(), points.points());
  }

  /** The plan that follows from a document, or null where something is wrong with it. */
  private @Nullable Plan plan(Document document) {
    Problems problems = new Problems();
    MineEntry read = MineLoader.read(document, packs, problems);
    return read == null || !problems.isEmpty() ? null : read.plan();
  }

  /**
   * By the time at the end of its name. What an older file says replaces nothing; one that is still
   * to be made was made by a clock that is ahead, and stands in no right one's way.
   */
  private boolean isOlder(MineEntry mine, String name, FileHead head) {
    String newest = newest(mine, name);
    String type = name.substring(0, name.indexOf('_', name.indexOf('_') + 1) + 1);
    String now = LocalTimes.CHINA.writeDigits(clock.instant().plus(FileHead.RIGHT));
    boolean ahead = newest.compareTo(type + now) > 0;
    return name.compareTo(newest) < 0 && !(ahead && head.isRight());
  }

  /** The newest file of the same type that was confirmed; empty if there is none. */
  private String newest(MineEntry mine, String name) {
    String type = name.substring(0, name.indexOf('_', name.indexOf('_') + 1) + 1);
    return changes.newestFile(mine.plan().mine().value(), type);
  }

  /** Without what the record says, which may be personal. */
  private static String words(RefusedRecord record) {
    return "record " + record.line() + ": " + record.field() + " is " + record.fault();
  }
}
