package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.suspect.Suspicion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Points that were lost while rising. */
class LostPointsTest extends SuspicionsDatabase {
  @Test
  void oneCutOfAGatewayIsOneClueForAllPointsBehindIt() {
    keep(cut("f1", MINE, LONG_AGO.plusSeconds(5), List.of("T1-0101", "T1-0102")));
    note(lost("a", "T1-0101", LONG_AGO));
    note(lost("b", "T1-0102", LONG_AGO));
    note(lost("c", "T1-0109", LONG_AGO));
    suspicions.dark();
    assertThat(listed())
        .extracting(one -> one.subject() + " " + one.evidence())
        .containsExactlyInAnyOrder("gateway/gw-01 2", "T1-0109 1");
  }

  @Test
  void aCutOfTheRegionIsNobodysClue() {
    keep(cut("f1", MINE, LONG_AGO, List.of("T1-0101")));
    for (String other : List.of("x1", "x2")) {
      keep(cut(other, other, LONG_AGO.plusSeconds(60), List.of()));
      database.write(
          () -> {
            store.fourLines().note(other, new Outage.County("14/1409/140921", 4));
            return other;
          });
    }
    note(blind("a"));
    suspicions.dark();
    assertThat(listed()).isEmpty();
    assertThat(waiting()).as("nothing is left to be told").isEmpty();
  }

  @Test
  void whoseCutItWasIsToldWhenOtherMinesAreHeardOf() {
    note(lost("a", "T1-0101", T.minus(Duration.ofMinutes(20))));
    suspicions.dark();
    assertThat(listed()).isEmpty();
    assertThat(waiting()).as("two windows after it was judged").hasSize(1);
    note(lost("b", "T1-0101", T.minus(Duration.ofMinutes(21))));
    suspicions.dark();
    assertThat(listed()).hasSize(1);
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void manyPointsLostByThemselvesAreOneClueOfTheMine() {
    for (int i = 0; i <= Suspicion.MOST_SUBJECTS; i++) {
      note(lost(Integer.toHexString(i), "T1-010" + i, LONG_AGO));
    }
    suspicions.dark();
    assertThat(listed()).singleElement().satisfies(one -> assertThat(one.subject()).isEmpty());
    assertThat(waiting()).isEmpty();
    assertThat(store.clueJournal().find(listed().get(0).id()).evidence())
        .extracting(ClueEvidence::words)
        .as("its evidence names them")
        .contains("r T1-0100 " + LONG_AGO, "r T1-0101 " + LONG_AGO);
  }

  private static Outage cut(String finding, String mine, Instant onset, List<String> points) {
    return new Outage(
        finding,
        mine,
        FourLine.NETWORK,
        "gateway/gw-01",
        points,
        points.size(),
        onset,
        onset.plusSeconds(900),
        "r",
        new Outage.Told(onset.plusSeconds(30), onset.plusSeconds(900), Outage.End.CLEARED),
        null);
  }
}
