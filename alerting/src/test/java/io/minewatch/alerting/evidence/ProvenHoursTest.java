package io.minewatch.alerting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.root.Compared;
import io.minewatch.series.store.Recorded;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What somebody does to a store, and what becomes of its data roots by it. */
class ProvenHoursTest extends HoursOnTrial {
  @Test
  void aRowThatTellsNoQualityOfOursStopsNoRootAndIsToldAsAltered() throws Exception {
    write(GAS, 0, 0.4);
    write(GAS, 60, 0.5);
    stored(GAS).add(Recorded.of("T1", HOUR.plusSeconds(90), 0.1, "x"));
    toldAfter(60);
    assertThat(row(HOUR).says(GAS, Compared.WAITS)).isTrue();
    assertThat(rootOf(GAS)).startsWith("3 ");
    toldAfter(21);
    assertThat(row(HOUR).says(GAS, Compared.DIFFERS)).isTrue();
    assertThat(altered()).contains(MINE + " " + HOUR + " METHANE 3/2");
    toldAfter(60);
    row(HOUR.plus(Duration.ofHours(1)));

    long head = store.ledger().head().seq();
    start(); // or another instance: it has not looked at it yet
    toldAfter(5);
    toldAfter(5);
    assertThat(compared().says(GAS, Compared.DIFFERS)).as("known to differ").isTrue();
    assertThat(store.ledger().head().seq()).as("no news").isEqualTo(head);

    stored(GAS).remove(2);
    toldAfter(5);
    assertThat(row(HOUR).says(GAS, Compared.SAME)).isTrue();
    assertThat(altered()).doesNotContain("METHANE");
  }

  /** Who alters one measure sends a late reading along, in an hour that cannot be compared. */
  @Test
  void eachMeasureForItselfHasRootsOfWhatIsTheSameAndOfNothingElse() {
    write(GAS, 0, 0.4);
    write(GAS, 60, 0.5);
    sum(GAS).addAgain(hash(GAS, reading(0, 0.4))); // delivered twice
    write(CO, 0, 7);
    toldAfter(60);
    assertThat(row(HOUR).says(GAS, Compared.TOLD_AGAIN)).isTrue();
    assertThat(row(HOUR).says(CO, Compared.SAME)).isTrue();
    String gas = rootOf(GAS);

    alter(GAS);
    writeLate(GAS, 120, 0.6);
    writeLate(CO, 120, 8);
    toldAfter(5);
    toldAfter(5);
    assertThat(compared().says(GAS, Compared.TOLD_AGAIN)).isTrue();
    assertThat(rootOf(GAS)).as("the root of what it was").isEqualTo(gas);
    assertThat(rootOf(CO)).as("late readings are proven too").startsWith("2 ");
    assertThat(row(HOUR).says(CO, Compared.SAME)).isTrue();
  }
}
