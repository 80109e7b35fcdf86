package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check of a real database file, as the command runs it. */
class VerifyTest {
  private static Recorded recorded;

  @BeforeAll
  static void record() throws Exception {
    recorded = Recorded.get();
  }

  @Test
  void aLedgerThatNobodyTouchedIsIntactAndHoldsItsRoot() throws Exception {
    Recorded.Told told = Recorded.verify(recorded.database, "--root", recorded.root);
    assertThat(told.words()).startsWith("intact: ");
    assertThat(told.code()).isZero();
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + recorded.database);
        Statement ask = sql.createStatement();
        var rows = ask.executeQuery("select kind, type from ledger order by seq")) {
      StringBuilder all = new StringBuilder();
      while (rows.next()) {
        all.append(rows.getString(1)).append('/').append(rows.getString(2)).append(' ');
      }
      assertThat(all.toString())
          .startsWith("PLAN/Plan ")
          .contains("INCIDENT/Opened CALL/QUEUED INCIDENT/FindingNoted INCIDENT/Warned ")
          .contains("CALL/PLACED INCIDENT/Called ")
          .contains("INCIDENT/ActRefused SIGN_IN/SignedIn ")
          .contains("INCIDENT/Escalated ")
          .endsWith("EXPORT/EvidencePack ");
    }
  }

  @Test
  void oneFlippedByteInTheFileIsNamed() throws Exception {
    Path copy = Files.copy(recorded.database, recorded.file("flipped.db"));
    byte[] bytes = Files.readAllBytes(copy);
    byte[] refused = "\"refusal\":\"STALE\"".getBytes(StandardCharsets.UTF_8);
    long row = row("select seq from ledger where type = 'ActRefused'");
    int altered = 0;
    for (int at = find(bytes, refused, 0); at >= 0; at = find(bytes, refused, at + 1)) {
      int flipped = at + refused.length - 2;
      bytes[flipped] ^= 1;
      Files.write(copy, bytes);
      bytes[flipped] ^= 1;
      Recorded.Told told = Recorded.verify(copy);
      if (told.code() != 0) { // else it is a copy in space that the database has left
        assertThat(told.words()).startsWith("ALTERED: row " + row + ": was altered");
        assertThat(told.code()).isEqualTo(1);
        altered++;
      }
    }
    assertThat(altered).isEqualTo(1);
  }

  /** Where the wanted bytes are, from a place on; -1 for nowhere. */
  private static int find(byte[] bytes, byte[] wanted, int from) {
    for (int i = from; i <= bytes.length - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private static long row(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + recorded.database);
        Statement ask = connection.createStatement();
        var rows = ask.executeQuery(sql)) {
      return rows.getLong(1);
    }
  }

  @Test
  void aRowThatIsDeletedMovedOrCutOffIsNamed() throws Exception {
    long last = row("select max(seq) from ledger");
    tampered("ALTERED: row 3: is missing", "delete from ledger where seq = 3");
    tampered(
        "ALTERED: row 2: was altered",
        "update ledger set seq = 1000 where seq = 2",
        "update ledger set seq = 2 where seq = 3",
        "update ledger set seq = 3 where seq = 1000");
    tampered(
        "ALTERED: row " + last + ": is missing, and whatever came after it",
        "delete from ledger where seq = " + last);
    tampered(
        "ALTERED: row " + (last - 1) + ": is not what the head says",
        "delete from ledger where seq = " + last,
        "update ledger_head set seq = seq - 1");
    tampered(
        "ALTERED: row "
            + row("select seq from ledger_root")
            + ": or one before it was written anew",
        "update ledger_root set hash = '" + "0".repeat(64) + "'");
  }

  private static void tampered(String words, String... changes) throws Exception {
    Path copy = Files.copy(recorded.database, recorded.file("tampered.db"));
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement act = sql.createStatement()) {
      for (String table : new String[] {"ledger", "ledger_root"}) {
        act.execute("drop trigger " + table + "_no_update");
        act.execute("drop trigger " + table + "_no_delete");
      }
      for (String change : changes) {
        assertThat(act.executeUpdate(change)).as(change).isEqualTo(1);
      }
    }
    Recorded.Told told = Recorded.verify(copy);
    assertThat(told.words()).startsWith(words);
    assertThat(told.code()).isEqualTo(1);
  }

  @Test
  void whatCannotBeCheckedIsSaidAndIsNotIntact() {
    assertThat(Recorded.verify(recorded.folder.resolve("no-such.db")).code()).isEqualTo(2);
    assertThat(Recorded.verify("--file", recorded.folder.resolve("no-such.zip").toString()).code())
        .isEqualTo(2);
    assertThat(Recorded.verify("--colour", "red").words()).contains("usage");
    assertThat(Recorded.verify("--root", "7").code()).isEqualTo(2);
  }
}
