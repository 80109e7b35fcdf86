package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.domain.finding.Subject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuspicionsTest extends SuspicionsDatabase {
  @Test
  void aFactIsAClueOnceGrowsWithTheNextAndIsNotBornAgainOfWhatWasChecked() {
    note(blind("a"));
    note(blind("a"));
    suspicions.dark();
    suspicions.dark();
    assertThat(listed())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.feature()).isEqualTo("DARK_WHILE_RISING");
              assertThat(one.subject()).isEqualTo("T1-0101");
              assertThat(one.path()).isEqualTo("14/1409/140921/140921021337");
              assertThat(one.evidence()).isEqualTo(1);
            });
    assertThat(waiting()).isEmpty();
    note(blind("b"));
    suspicions.dark();
    String id = listed().get(0).id();
    assertThat(store.clueJournal().find(id).evidence())
        .extracting(ClueEvidence::ref)
        .containsExactly("a".repeat(32), "b".repeat(32));
    assertThat(store.clueJournal().events(id).get(0).by()).isEqualTo(LedgerRows.SYSTEM);

    closed(id);
    note(blind("a"));
    suspicions.dark();
    assertThat(listed()).as("what was checked is no new clue").hasSize(1);
    note(blind("c"));
    suspicions.dark();
    assertThat(listed()).hasSize(2);
  }

  @Test
  void whatIsToldOfThePastIsNoReason() {
    note(blind("a").asPast());
    assertThat(waiting()).isEmpty();
  }

  @Test
  void theNumberOfACardIsInNoWords() {
    note(fact("b", Subject.parse("card/4711"), LONG_AGO, Map.of("lost", "RISING")));
    assertThat(waiting())
        .singleElement()
        .satisfies(one -> assertThat(one.evidence().get(0).words()).isEqualTo("r " + LONG_AGO));
  }

  @Test
  void oneFactThatCannotBeReadStandsBeforeNoOther() throws Exception {
    note(blind("a"));
    note(blind("b"));
    try (Connection other = other();
        Statement spoil = other.createStatement()) {
      spoil.executeUpdate("update finding set body = '{' where id like 'a%'");
    }
    suspicions.dark();
    suspicions.dark();
    assertThat(listed()).singleElement().satisfies(one -> assertThat(one.evidence()).isEqualTo(1));
    assertThat(waiting()).extracting(each -> each.evidence().get(0).ref()).hasSize(1);
  }
}
