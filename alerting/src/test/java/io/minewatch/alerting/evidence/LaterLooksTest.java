package io.minewatch.alerting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.journal.DataRootRows;
import io.minewatch.alerting.root.Compared;
import io.minewatch.series.store.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is altered in the store after an hour was compared, and nothing is told of it any more. */
class LaterLooksTest extends HoursOnTrial {
  /** As many readings of both gases, compared, and told no more for two days. */
  private void provenLongAgo() {
    write(GAS, 0, 0.4);
    write(GAS, 60, 0.5);
    write(CO, 0, 7);
    toldAfter(60);
    assertThat(row(HOUR).says(GAS, Compared.SAME)).isTrue();
    pass(Duration.ofHours(30));
    assertThat(altered()).doesNotContain("METHANE");
  }

  /** Round by round, as many as a minute has in which anything is due. */
  private void pass(Duration time) {
    now = now.plus(time);
    for (int round = 0; round < 60; round++) {
      hours.round();
    }
  }

  @Test
  void isToldWhenItWasFoundTwiceAndIsOverWhenItIsUndone() {
    provenLongAgo();
    String root = rootOf(GAS);
    alter(GAS);
    pass(Duration.ofHours(23));
    assertThat(altered()).as("not before its day is over").doesNotContain("METHANE");
    pass(Duration.ofHours(2));
    pass(Duration.ofMinutes(19));
    assertThat(altered())
        .as("the store may be in the middle of something")
        .doesNotContain("METHANE");
    pass(Duration.ofMinutes(3));
    assertThat(altered()).contains(MINE + " " + HOUR + " METHANE 2/2").doesNotContain("CARBON");
    assertThat(compared().says(GAS, Compared.DIFFERS)).isTrue();
    assertThat(compared().says(CO, Compared.SAME)).isTrue();
    assertThat(rootOf(GAS)).as("of what it was").isEqualTo(root);
    String said = compared().json();
    pass(Duration.ofHours(25));
    assertThat(compared().json()).as("no news").isEqualTo(said);

    stored(GAS).set(0, reading(0, 0.4));
    pass(Duration.ofHours(25));
    assertThat(altered()).doesNotContain("METHANE");
    assertThat(compared().says(GAS, Compared.SAME)).isTrue();
  }

  @Test
  void aRemovalIsToldAndAReadingThatCameVeryLateIsNot() {
    provenLongAgo();
    stored(GAS).remove(1);
    stored(CO).add(reading(120, 8));
    pass(Duration.ofHours(25));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).contains("METHANE 1/2").doesNotContain("CARBON");
  }

  @Test
  void aRowThatTellsNoQualityOfOursIsToldHoweverManyThereAre() {
    provenLongAgo();
    stored(GAS).add(Recorded.of("T1", HOUR.plusSeconds(90), 0.1, "x"));
    pass(Duration.ofHours(25));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).contains("METHANE 3/2");
  }

  @Test
  void itNeedsNoArchiveJobThatTells() throws Exception {
    write(GAS, 0, 0.4);
    after(60); // nothing was told of it
    assertThat(row(HOUR).says(GAS, Compared.SAME)).isFalse();
    alter(GAS);
    start(); // what was heard and seen is forgotten, what is kept is not
    pass(Duration.ofHours(30));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).contains("METHANE 1/1");
  }

  @Test
  void afterAWeekNobodyLooks() {
    provenLongAgo();
    pass(Duration.ofDays(8));
    alter(GAS);
    pass(Duration.ofHours(25));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).doesNotContain("METHANE");
    DataRootRows.Due next = store.dataRoots().longestNotLooked();
    assertThat(next).isNotNull();
    assertThat(next.hour()).as("old hours leave the line").isAfter(now.minus(Duration.ofDays(8)));
  }

  @Test
  void aStoreThatIsAwayIsAskedAgain() {
    provenLongAgo();
    alter(GAS);
    away = true;
    pass(Duration.ofHours(25));
    away = false;
    pass(Duration.ofMinutes(2));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).contains("METHANE 2/2");
  }

  @Test
  void theSecondLookComesInTimeHoweverManyHoursWaitForTheirFirst() {
    provenLongAgo();
    alter(GAS);
    pass(Duration.ofHours(25));
    database.write(
        () -> {
          for (int i = 0; i < 300; i++) {
            store.dataRoots().keep("other-" + i, HOUR, 1, new DataRootRows.Doubts(null, null));
          }
          return true;
        });
    pass(Duration.ofMinutes(22));
    assertThat(altered()).contains("METHANE 2/2");
    assertThat(hours.looksBehind()).isGreaterThan(Duration.ofHours(20));
  }

  @Test
  void anHourThatCannotBeReadKeepsNoOtherFromItsTurn() throws Exception {
    write(GAS, 0, 0.4);
    stored(GAS).add(reading(3_700, 0.6));
    after(60);
    after(60); // nothing was told of either hour
    stored(GAS).set(1, reading(3_700, 0.001));
    hourAway = true;
    pass(Duration.ofHours(30));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).contains(HOUR.plus(Duration.ofHours(1)) + " METHANE 1/1");
    hourAway = false;
    alter(GAS);
    pass(Duration.ofHours(2));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).as("its turn comes again").contains(HOUR + " METHANE 1/1");
  }

  /** A late reading was told and is not there: nothing is said of it, and nothing is taken back. */
  @Test
  void whatWasToldOtherwiseSinceIsNotTheSameForBeingWhatItOnceWas() {
    write(GAS, 0, 0.4);
    write(GAS, 60, 0.5);
    toldAfter(60);
    sum(GAS).addAgain(hash(GAS, reading(120, 0.6)));
    toldAfter(5);
    toldAfter(5);
    assertThat(compared().says(GAS, Compared.TOLD_AGAIN)).isTrue();
    String said = compared().json();
    pass(Duration.ofHours(30));
    pass(Duration.ofMinutes(22));
    assertThat(compared().json()).isEqualTo(said);
    alter(GAS);
    pass(Duration.ofHours(25));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).contains("METHANE 2/2");
    stored(GAS).set(0, reading(0, 0.4));
    pass(Duration.ofHours(25));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).as("what was told last is not there").contains("METHANE 2/2");
  }

  @Test
  void aRowOfNoneOfOursIsToldThoughNothingElseOfItsMeasureIsThere() {
    write(CO, 0, 7);
    toldAfter(60);
    pass(Duration.ofHours(30));
    stored(GAS).add(Recorded.of("T1", HOUR.plusSeconds(90), 0.1, "x"));
    pass(Duration.ofHours(25));
    pass(Duration.ofMinutes(22));
    assertThat(altered()).contains("METHANE 1/0").doesNotContain("CARBON");
    stored(GAS).clear();
    pass(Duration.ofHours(25));
    assertThat(altered()).doesNotContain("METHANE");
  }

  /** Who alters and stops the archive job: no telling comes that would prove it. */
  @Test
  void whatStillWaitsWhenTheArchiveJobFallsSilentIsToldAsUnseen() {
    write(GAS, 0, 0.4);
    alter(GAS);
    toldAfter(60);
    assertThat(compared().says(GAS, Compared.WAITS)).isTrue();
    pass(Duration.ofHours(30));
    assertThat(unseen()).contains(MINE.value() + " " + HOUR + " 1");
  }

  @Test
  void ofSeveralInstancesEachHourIsLookedAtByOne() {
    provenLongAgo();
    DataRootRows.Due due = store.dataRoots().longestNotLooked();
    boolean one = database.write(() -> store.dataRoots().looks(due, now));
    boolean two = database.write(() -> store.dataRoots().looks(due, now.plusSeconds(1)));
    assertThat(List.of(one, two)).containsExactly(true, false);
  }

  private String unseen() {
    return troubles.all().stream()
        .filter(each -> each.kind() == Troubles.Kind.UNSEEN)
        .map(each -> each.about().toString())
        .collect(Collectors.joining());
  }

  /** What was told and forgotten before anybody looked is a trouble that people see. */
  @Test
  void anHourThatNobodyComparedInTimeIsTold() throws Exception {
    write(GAS, 0, 0.4);
    away = true;
    toldAfter(60);
    start();
    toldNothingAfter(240);
    away = false;
    after(2);
    assertThat(unseen()).contains(MINE + " " + HOUR + " ");
    pass(Duration.ofDays(8));
    assertThat(troubles.all()).noneMatch(each -> each.about().toString().contains("" + HOUR));
  }
}
