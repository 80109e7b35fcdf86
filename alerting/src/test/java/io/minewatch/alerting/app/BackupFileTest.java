package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.alerting.backup.Backup;
import io.minewatch.alerting.evidence.Checked;
import io.minewatch.alerting.journal.Database;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What a backup is as a file: whole, checked, never over another, and refused if it is not so. */
class BackupFileTest extends BackupStory {
  @Test
  void nothingIsOverwrittenAndNothingIsLeftBehind() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    Path file = folder.resolve("copy.db");
    Files.writeString(file, "mine");
    Recorded.Told told = backup("make", file.toString(), "--database", database(folder));
    assertThat(told.words()).contains("copy.db is there, and nothing is overwritten");
    assertThat(told.code()).isEqualTo(2);
    assertThat(file).hasContent("mine");

    Path good = folder.resolve("good.db");
    assertThat(backup("make", good.toString(), "--database", database(folder)).code()).isZero();
    assertThat(backup("restore", good.toString(), "--database", database(folder)).words())
        .contains("alerting.db is there");
    assertThat(backup("restore", file.toString(), "--database", database(folder.resolve("x"))))
        .as("no database")
        .extracting(Recorded.Told::code)
        .isEqualTo(2);
    assertThat(backup("make", "x", "--database", "jdbc:sqlite:" + folder.resolve("none")).words())
        .contains("there is no file");
    assertThat(backup("make").words()).contains("usage:");
    try (var left = Files.walk(folder)) {
      assertThat(left).noneMatch(path -> path.toString().endsWith(".part"));
    }
  }

  @Test
  void aBackupWhoseLedgerWasChangedIsToldAndNotRestored() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    service.close();
    try (Connection sql = DriverManager.getConnection(database(folder));
        Statement change = sql.createStatement()) {
      change.execute("drop trigger ledger_no_update");
      change.executeUpdate("update ledger set actor = 'nobody' where seq = 2");
    }
    Path file = folder.resolve("changed.db");
    Recorded.Told told = backup("make", file.toString(), "--database", database(folder));
    assertThat(told.words()).startsWith("ALTERED: row 2").contains("no backup");
    assertThat(told.code()).isEqualTo(1);
    assertThat(file).doesNotExist();

    Path part = folder.resolve("changed.db.part");
    Path anew = folder.resolve("anew");
    Recorded.Told restored = backup("restore", part.toString(), "--database", database(anew));
    assertThat(restored.words()).startsWith("ALTERED: row 2").contains("not restored");
    assertThat(restored.code()).isEqualTo(1);
    assertThat(anew).doesNotExist();
  }

  @Test
  void aFileWithALogBesideItIsRefusedUntilBothAreMadeOne() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    Path live = folder.resolve("alerting.db");
    Path file = folder.resolve("copied.db"); // by other means, while the service has it open
    Path anew = folder.resolve("anew");
    try (Connection reader = DriverManager.getConnection(database(folder));
        Statement read = reader.createStatement()) {
      read.execute("begin");
      read.executeQuery("select count(*) from ledger").close(); // nothing leaves the log meanwhile
      finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
      awaitStage("CALLED");
      Files.copy(live, file);
      Files.copy(folder.resolve("alerting.db-wal"), folder.resolve("copied.db-wal"));
    }
    service.close();

    Recorded.Told told = backup("restore", file.toString(), "--database", database(anew));
    assertThat(told.words()).startsWith("not done: ").contains("copied.db-wal holds a part of");
    assertThat(told.code()).isEqualTo(2);
    assertThat(anew).doesNotExist();

    Path whole = folder.resolve("whole.db");
    assertThat(backup("make", whole.toString(), "--database", "jdbc:sqlite:" + file).code())
        .isZero();
    assertThat(backup("restore", whole.toString(), "--database", database(anew)).code()).isZero();
    service = Running.start(anew, clock, bus);
    api = new Api(service.port());
    assertThat(incident().at("/stage").asText()).isEqualTo("CALLED");
  }

  @Test
  void aCopyThatIsNotWhatWasCheckedIsNotTakenIntoUse() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    service.close();
    Path file = folder.resolve("monday.db");
    assertThat(backup("make", file.toString(), "--database", database(folder)).code()).isZero();
    Checked checked = Backup.check(file);
    Checked other = new Checked(checked.rows() + 1, checked.last() + 1, checked.hash(), null);
    Path anew = folder.resolve("anew.db");
    assertThatThrownBy(() -> Backup.restore(file, other, anew, clock))
        .hasMessageContaining("is not what was checked");
    assertThat(anew).doesNotExist();
    assertThat(folder.resolve("anew.db.part")).doesNotExist();
  }

  @Test
  void aDatabaseOfANewerProgramIsRefused() throws Exception {
    service.close();
    try (Connection sql = DriverManager.getConnection(database(folder));
        Statement change = sql.createStatement()) {
      change.executeUpdate(
          "insert into flyway_schema_history select installed_rank + 1000, '9999', description,"
              + " type, script, checksum, installed_by, installed_on, execution_time, success"
              + " from flyway_schema_history where version = '61'");
    }
    assertThatThrownBy(() -> Database.open(database(folder), "", "")).hasMessageContaining("9999");
  }
}
