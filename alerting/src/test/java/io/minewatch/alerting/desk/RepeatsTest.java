package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What repeats, and what was told twice. */
class RepeatsTest extends SuspicionsDatabase {
  @Test
  void outagesThatRepeatAreAClueAndAfterItsCloseTheyMustRepeatAnew() {
    for (int day = 1; day <= 3; day++) {
      keep(night(day, 0));
    }
    repeats.outages();
    repeats.outages();
    assertThat(listed())
        .singleElement()
        .satisfies(one -> assertThat(one.feature()).isEqualTo("SAME_HOUR"))
        .satisfies(one -> assertThat(one.evidence()).isEqualTo(3));
    closed(listed().get(0).id());
    for (int minute = 1; minute <= 4; minute++) {
      keep(night(4, minute));
    }
    repeats.outages();
    assertThat(listed()).as("four times in one night repeat nothing yet").hasSize(1);
    keep(night(5, 0));
    keep(night(6, 0));
    repeats.outages();
    assertThat(listed())
        .extracting(Listed::evidence)
        .as("of three nights that nobody has looked into")
        .containsExactlyInAnyOrder(3, 6);
  }

  @Test
  void whereNothingIsNewNothingIsWritten() throws Exception {
    for (int day = 1; day <= 3; day++) {
      keep(night(day, 0));
    }
    repeats.outages();
    try (Connection other = other()) {
      int before = version(other);
      repeats.outages();
      repeats.changes();
      assertThat(version(other)).isEqualTo(before);
      keep(night(4, 0));
      repeats.outages();
      assertThat(version(other)).as("the look does see a write").isNotEqualTo(before);
    }
  }

  @Test
  void whatWasToldTwiceIsAClueOfItsGatewayForHoweverManyPoints() {
    LocalDate day = repeats.days().get(6);
    List<RewriteCount> counts = new ArrayList<>();
    for (int point = 0; point < 400; point++) {
      counts.add(count("T1-" + point, Rewrite.Cause.UNEXPLAINED, point + 1));
    }
    counts.add(count("T2", Rewrite.Cause.CLOCK_PUT_BACK, 7));
    counts.add(count("T3", Rewrite.Cause.CLOCK_PUT_BACK, 7));
    repeats.toldTwice(day, counts);
    repeats.toldTwice(day, counts);
    assertThat(listed())
        .extracting(one -> one.feature() + " " + one.subject() + " " + one.evidence())
        .containsExactlyInAnyOrder("REWRITTEN gateway/gw-01 21", "CLOCK_PUT_BACK gateway/gw-01 1");
    String rewritten =
        listed().stream()
            .filter(one -> one.feature().equals("REWRITTEN"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(store.clueJournal().find(rewritten).evidence())
        .extracting(ClueEvidence::words)
        .as("no number that grows until the day is over")
        .contains("改写 rewritten " + day)
        .anySatisfy(words -> assertThat(words).contains(" T1-399 "));
    repeats.toldTwice(day.plusDays(1), counts);
    assertThat(listed()).as("another day lets it grow").hasSize(2);
  }

  @Test
  void aDayThatGoesOnNamesNoPointWhicheverAreRewrittenHourByHour() {
    LocalDate today = repeats.days().get(repeats.days().size() - 1);
    for (int hour = 0; hour < 24; hour++) {
      List<RewriteCount> counts = new ArrayList<>();
      for (int point = 0; point < 20; point++) {
        counts.add(count("T" + hour + "-" + point, Rewrite.Cause.UNEXPLAINED, hour + 1));
      }
      repeats.toldTwice(today, counts);
    }
    assertThat(listed()).singleElement().satisfies(one -> assertThat(one.evidence()).isEqualTo(1));
  }

  private static Outage night(int day, int minute) {
    Instant onset = T.minus(DAY.multipliedBy(day)).plusSeconds(60L * minute);
    return new Outage(
        "f" + day + "-" + minute,
        MINE,
        FourLine.LINE,
        "T1-0101",
        List.of("T1-0101"),
        1,
        onset,
        onset.plusSeconds(900),
        "r",
        new Outage.Told(onset, onset.plusSeconds(900), Outage.End.CLEARED),
        null);
  }

  private static RewriteCount count(String point, Rewrite.Cause cause, long count) {
    return new RewriteCount(new MineCode(MINE), new GatewayId("gw-01"), point, cause, count);
  }

  /** Another one as soon as anybody else has committed anything. */
  private static int version(Connection other) throws SQLException {
    try (Statement ask = other.createStatement();
        ResultSet answer = ask.executeQuery("pragma data_version")) {
      answer.next();
      return answer.getInt(1);
    }
  }
}
