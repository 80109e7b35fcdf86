package io.minewatch.alerting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.root.Compared;
import io.minewatch.series.store.Recorded;
import java.time.Duration;
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
    assertThat(store.dataRoots().notLooked(HOUR)).as("old hours leave the line").isNull();
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
    assertThat(troubles.all())
        .filteredOn(each -> each.kind() == Troubles.Kind.UNSEEN)
        .singleElement()
        .satisfies(each -> assertThat(each.about().toString()).contains(MINE + " " + HOUR));
    pass(Duration.ofDays(8));
    assertThat(troubles.all()).noneMatch(each -> each.about().toString().contains("" + HOUR));
  }
}
