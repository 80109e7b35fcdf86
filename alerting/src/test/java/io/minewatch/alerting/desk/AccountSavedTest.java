package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.desk.Register.Password;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.journal.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountSavedTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void anAccountThatSomebodyElseHasChangedMeanwhileIsNeitherSavedNorRemoved() {
    try (Database database =
        Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "")) {
      Store store = Store.of(database);
      Register register = new Register(store, CLOCK);
      Account first = new Account("li", "李", Role.OPERATOR, "14", "hash");
      Account narrowed = new Account("li", "李", Role.OPERATOR, "14/1409", "hash");
      Account renamed = new Account("li", "李四", Role.OPERATOR, "14", "hash");

      assertThat(register.saved(first, null, "administrator", Password.CHANGED)).isTrue();
      assertThat(register.saved(narrowed, first, "administrator", Password.KEPT)).isTrue();
      long rows = store.ledger().head().seq();
      assertThat(register.saved(renamed, first, "another", Password.KEPT)).isFalse();
      assertThat(register.saved(renamed, null, "another", Password.KEPT)).isFalse();
      assertThat(register.removed(first, "another")).isFalse();

      assertThat(store.accounts().find("li")).isEqualTo(narrowed);
      assertThat(store.ledger().head().seq()).as("and nothing says so").isEqualTo(rows);

      assertThat(register.removed(narrowed, "another")).isTrue();
      assertThat(store.accounts().find("li")).isNull();
    }
  }
}
