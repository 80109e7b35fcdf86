package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.feed.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gateway that tells positions alone is cut off when the people behind it are not heard. */
class PositionsCutOffTest extends CutOffMine {
  @Test
  void aGatewayThatOnlyTellsPositionsIsFoundSilentWhilePeopleAreBelowAndNotWhenAllAreOut() {
    fix(0, "gw-tags", true);
    fix(30, "gw-tags", true);
    fix(30, "gw-lamps", true);
    fix(60, "gw-lamps", false);
    restart();
    for (int second = 60; second <= 260; second += 10) {
      allSpeak(second);
      say(second, "gw-1", Quality.GOOD, "A1", "A2", "B1");
      pass(second, second + 9);
    }
    assertThat(said())
        .as("90 s, and 30 s more")
        .containsExactly("OPENED o-NETWORK gateway/gw-tags");
    assertThat(told.get(0).onset()).isEqualTo(Bench.instant(30));

    fix(270, "gw-tags", true);
    pass(270, 272);
    assertThat(said()).last().isEqualTo("CLEARED o-NETWORK gateway/gw-tags");
  }

  @Test
  void aGatewayOfPositionsIsNotBackBecauseItsPeopleAreHeardElsewhere() {
    fix(0, "gw-tags", true);
    for (int second = 10; second <= 130; second += 10) {
      allSpeak(second);
      pass(second, second + 9);
    }
    assertThat(said()).containsExactly("OPENED o-NETWORK gateway/gw-tags");
    fix(140, 140, "gw-lamps", "c-gw-tags", true);
    restart();
    for (int second = 140; second <= 160; second += 10) {
      allSpeak(second);
      state(second, "gw-2", GatewayStatus.State.CUT);
      fix(second, second, "gw-lamps", "c-gw-tags", true);
      pass(second, second + 9);
    }
    assertThat(said()).containsExactly("OPENED o-NETWORK gateway/gw-tags");

    fix(180, "gw-tags", true);
    pass(180, 182);
    assertThat(said()).last().isEqualTo("CLEARED o-NETWORK gateway/gw-tags");
  }

  @Test
  void aPositionThatComesLateDoesNotBringACardBackUnderground() {
    fix(0, "gw-tags", true);
    fix(30, "gw-tags", false);
    fix(31, 20, "gw-tags", true); // what it said before it was out
    for (int second = 40; second <= 260; second += 10) {
      allSpeak(second);
      pass(second, second + 9);
    }

    assertThat(said()).isEmpty();
  }

  private void fix(int second, String gateway, boolean underground) {
    fix(second, second, gateway, underground);
  }

  private void fix(int second, int measured, String gateway, boolean underground) {
    fix(second, measured, gateway, "c-" + gateway, underground);
  }

  private void fix(int second, int measured, String gateway, String card, boolean underground) {
    Fix fix =
        new Fix(
            new CardId(card),
            Bench.instant(measured),
            underground,
            new ZoneId(underground ? "face" : "surface"),
            null,
            "",
            0,
            false,
            false);
    Origin origin =
        new Origin("t", new GatewayId(gateway), "s", -1, Lane.LIVE, Bench.millis(second));
    keep(out -> MineJudge.onFixes(memory, List.of(fix), List.of(), origin, at(second), out));
  }
}
