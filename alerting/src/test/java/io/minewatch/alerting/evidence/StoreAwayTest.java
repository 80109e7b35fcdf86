package io.minewatch.alerting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.root.Compared;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of the data roots of hours that cannot be read for a time. */
class StoreAwayTest extends HoursOnTrial {
  @Test
  void anHourThatCouldNotBeReadWhileItWasToldIsComparedWithWhatWasTold() {
    write(GAS, 0, 0.4);
    write(GAS, 60, 0.5);
    away = true;
    toldAfter(60);
    toldAfter(5);
    toldNothingAfter(240);
    assertThat(store.dataRoots().find(MINE.value(), HOUR)).isNull();
    alter(GAS);
    away = false;
    after(2);
    assertThat(row(HOUR).says(GAS, Compared.WAITS)).isTrue();
    toldNothingAfter(21);
    assertThat(row(HOUR).says(GAS, Compared.DIFFERS)).isTrue();
    assertThat(altered()).contains(MINE + " " + HOUR + " METHANE 2/2");
  }

  @Test
  void whatWasToldAndForgottenBeforeAnybodyLookedIsNotProven() throws Exception {
    write(GAS, 0, 0.4);
    away = true;
    toldAfter(60);
    alter(GAS);
    start();
    toldNothingAfter(240);
    away = false;
    after(2);
    assertThat(row(HOUR).says(GAS, Compared.NOT_SEEN)).isTrue();
    assertThat(Compared.NOT_SEEN.isDoubtful()).isTrue();
  }

  @Test
  void anHourThatCannotBeReadHoldsUpNoneAfterIt() {
    Instant next = HOUR.plus(Duration.ofHours(1));
    hourAway = true;
    toldAfter(60);
    toldAfter(60);
    row(next);
    assertThat(store.dataRoots().find(MINE.value(), HOUR)).isNull();
    hourAway = false;
    after(2);
    row(HOUR);
  }
}
