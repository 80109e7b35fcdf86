package io.minewatch.alerting.filing;

import io.minewatch.alerting.desk.RegistryAnswer;
import io.minewatch.alerting.desk.RegistryDesk;
import io.minewatch.alerting.desk.RegistryDesk.Edit;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.found.RefusedRecord;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.read.Arrival;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import io.minewatch.ingest.files.registry.Defined;
import io.minewatch.ingest.files.table.Formats;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reads a definition file and keeps what it would change for a person to confirm. */
public final class Filing {
  private final FileReader reader;
  private final RegistryDesk desk;
  private final Clock clock;

  /**
   * Reads by these formats.
   *
   * @param formats the built-in ones, or a mine's own over them
   */
  public Filing(RegistryDesk desk, Formats formats, Clock clock) {
    this.reader = new FileReader(formats, Tables.words(), FileRules.NATIONAL);
    this.desk = desk;
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
    } else {
      Document filled = Filled.by(mine, taken);
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

  /** Without what the record says, which may be personal. */
  private static String words(RefusedRecord record) {
    return "record " + record.line() + ": " + record.field() + " is " + record.fault();
  }
}
