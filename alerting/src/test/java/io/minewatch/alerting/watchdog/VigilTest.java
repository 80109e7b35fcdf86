package io.minewatch.alerting.watchdog;

import static io.minewatch.alerting.watchdog.Vigil.Say.CALL;
import static io.minewatch.alerting.watchdog.Vigil.Say.NOTHING;
import static io.minewatch.alerting.watchdog.Vigil.Say.WELL_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VigilTest {
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
  private static final Vigil.Waits WAITS =
      new Vigil.Waits(Duration.ofSeconds(60), Duration.ofMinutes(10));
  private static final Look SILENT = Look.unwell("does not answer");

  private Vigil vigil = Vigil.BEGIN;
  private final List<Vigil.Say> said = new ArrayList<>();

  private VigilTest see(Look look, long... seconds) {
    for (long second : seconds) {
      Vigil.Step step = vigil.see(look, T.plusSeconds(second), WAITS);
      vigil = step.next();
      said.add(step.say());
    }
    return this;
  }

  @Test
  void nobodyIsCalledWhileItIsWell() {
    assertThat(see(Look.well(), 0, 10, 20, 9_999).said).containsOnly(NOTHING);
  }

  @Test
  void somebodyIsCalledOnceTheSilenceIsAsLongAsThePatience() {
    assertThat(see(SILENT, 0, 59, 60, 61).said).containsExactly(NOTHING, NOTHING, CALL, NOTHING);
  }

  @Test
  void aSilenceThatIsBrokenBeforeBeginsAnew() {
    see(SILENT, 0, 59).see(Look.well(), 60).see(SILENT, 61, 120, 121);
    assertThat(said).containsExactly(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, CALL);
  }

  @Test
  void whileItStaysSoTheCallIsRepeated() {
    assertThat(see(SILENT, 0, 60, 659, 660, 661, 1_260).said)
        .containsExactly(NOTHING, CALL, NOTHING, CALL, NOTHING, CALL);
  }

  @Test
  void whoWasCalledHearsThatItIsWellAgainOnce() {
    see(SILENT, 0, 60).see(Look.well(), 61, 62).see(SILENT, 70, 130);
    assertThat(said).containsExactly(NOTHING, CALL, WELL_AGAIN, NOTHING, NOTHING, CALL);
  }

  @Test
  void whatNobodyCouldBeToldIsSaidAgainAtTheNextLook() {
    see(SILENT, 0);
    Vigil before = vigil;
    see(SILENT, 60);
    vigil = vigil.untold(before);
    see(SILENT, 65, 70);
    before = vigil;
    see(Look.well(), 80);
    vigil = vigil.untold(before);
    see(Look.well(), 85, 90);
    assertThat(said).containsExactly(NOTHING, CALL, CALL, NOTHING, WELL_AGAIN, WELL_AGAIN, NOTHING);
  }

  @Test
  void aNewSilenceHasItsOwnPatienceThoughTheEndOfTheLastWasNotTold() {
    see(SILENT, 0, 60);
    Vigil before = vigil;
    see(Look.well(), 70);
    vigil = vigil.untold(before);
    see(SILENT, 80, 139, 140);
    assertThat(said).containsExactly(NOTHING, CALL, WELL_AGAIN, NOTHING, NOTHING, CALL);
  }

  @Test
  void ofTwoInstancesOneIsEnough() {
    assertThat(SILENT.or(Look.well()).isWell()).isTrue();
    assertThat(Look.well().or(SILENT).isWell()).isTrue();
    assertThat(SILENT.or(Look.unwell("says 503")).reason()).isEqualTo("does not answer; says 503");
  }
}
