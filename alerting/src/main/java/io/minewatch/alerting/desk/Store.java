package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.AccidentRows;
import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.AnnunciationRows;
import io.minewatch.alerting.journal.AttendanceRows;
import io.minewatch.alerting.journal.BookRows;
import io.minewatch.alerting.journal.CallClaims;
import io.minewatch.alerting.journal.CallRows;
import io.minewatch.alerting.journal.ChangeRows;
import io.minewatch.alerting.journal.ClueJournal;
import io.minewatch.alerting.journal.ClueRows;
import io.minewatch.alerting.journal.DataRootRows;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.DrillRows;
import io.minewatch.alerting.journal.FindingRows;
import io.minewatch.alerting.journal.FourLineRows;
import io.minewatch.alerting.journal.IncidentRows;
import io.minewatch.alerting.journal.InstanceRows;
import io.minewatch.alerting.journal.Journal;
import io.minewatch.alerting.journal.LeaseRows;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.OutboxRows;
import io.minewatch.alerting.journal.ParkedRows;
import io.minewatch.alerting.journal.ReceiptRows;
import io.minewatch.alerting.journal.RegistryRows;
import io.minewatch.alerting.journal.RosterRows;
import io.minewatch.alerting.journal.SealRows;
import io.minewatch.alerting.journal.StepRows;
import io.minewatch.alerting.journal.SuspectRows;
import io.minewatch.alerting.journal.TroubleRows;
import io.minewatch.alerting.journal.WatchedRows;

/** All rows of one database, for those who work in its transactions. */
public record Store(
    Database database,
    Journal journal,
    IncidentRows incidents,
    FindingRows findings,
    CallRows calls,
    CallClaims claims,
    OutboxRows outbox,
    ParkedRows parked,
    LedgerRows ledger,
    AccountRows accounts,
    RosterRows rosters,
    AnnunciationRows annunciations,
    StepRows steps,
    LeaseRows leases,
    InstanceRows instances,
    DrillRows drills,
    ReceiptRows receipts,
    RegistryRows registry,
    ChangeRows changes,
    TroubleRows troubles,
    AccidentRows accidents,
    DataRootRows dataRoots,
    AttendanceRows attendance,
    FourLineRows fourLines,
    WatchedRows watched,
    ClueJournal clueJournal,
    ClueRows clues,
    SuspectRows suspects,
    SealRows seals,
    BookRows books) {
  public static Store of(Database database) {
    return new Store(
        database,
        new Journal(database),
        new IncidentRows(database),
        new FindingRows(database),
        new CallRows(database),
        new CallClaims(database),
        new OutboxRows(database),
        new ParkedRows(database),
        new LedgerRows(database),
        new AccountRows(database),
        new RosterRows(database),
        new AnnunciationRows(database),
        new StepRows(database),
        new LeaseRows(database),
        new InstanceRows(database),
        new DrillRows(database),
        new ReceiptRows(database),
        new RegistryRows(database),
        new ChangeRows(database),
        new TroubleRows(database),
        new AccidentRows(database),
        new DataRootRows(database),
        new AttendanceRows(database),
        new FourLineRows(database),
        new WatchedRows(database),
        new ClueJournal(database),
        new ClueRows(database),
        new SuspectRows(database),
        new SealRows(database),
        new BookRows(database));
  }
}
