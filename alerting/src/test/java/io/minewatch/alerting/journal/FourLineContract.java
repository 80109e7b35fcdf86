package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every database must keep of the four lines. */
abstract class FourLineContract extends LedgerContract {
  /** As exact as rows keep it. */
  private static final Instant AT = T.truncatedTo(ChronoUnit.MILLIS);

  private static final Duration DAY = Duration.ofDays(1);
  private static final List<String> MINES = List.of("m-1", "m-2");

  private static Outage.Told told(Instant from, @Nullable Instant to) {
    Outage.End end = to == null ? Outage.End.LASTS : Outage.End.CLEARED;
    return new Outage.Told(from.plusSeconds(30), to, end);
  }

  private static Outage outage(String finding, String mine, Instant from, @Nullable Instant to) {
    List<String> points = List.of("T1-0101", "T1-0102");
    return new Outage(
        finding,
        mine,
        FourLine.NETWORK,
        "gateway/gw-01",
        points,
        41,
        from,
        to,
        "outage-network",
        told(from, to),
        null);
  }

  @Test
  void outagesAreFoundByEveryMomentTheyLastedHoweverLong() {
    FourLineRows rows = new FourLineRows(database);
    Outage shortOne = outage("f-1", "m-1", AT, AT.plusSeconds(60));
    Outage ongoing = outage("f-2", "m-1", AT.minus(DAY.multipliedBy(40)), null);
    Outage ended = outage("f-3", "m-2", AT.minus(DAY.multipliedBy(30)), AT.plus(DAY));
    Outage past = outage("f-4", "m-2", AT.minus(DAY.multipliedBy(3)), AT.minus(DAY));
    database.write(
        () -> {
          List.of(shortOne, outage("f-2", "m-1", ongoing.onset(), AT), ended, past)
              .forEach(rows::keep);
          rows.keep(ongoing); // it had ended, and goes on
          rows.keep(outage("f-9", "m-9", AT, null));
          return true;
        });
    Span now = new Span(AT, AT.plusSeconds(1));
    assertThat(rows.meeting(MINES, now)).containsExactly(ongoing, ended, shortOne);
    assertThat(rows.meeting(List.of("m-2"), now)).containsExactly(ended);
    Span before = new Span(AT.minus(DAY.multipliedBy(2)), AT.minus(DAY.plusMillis(1)));
    assertThat(rows.meeting(MINES, before)).containsExactly(ongoing, ended, past);
    assertThat(rows.meeting(MINES, new Span(AT.plus(DAY), AT.plus(DAY.multipliedBy(9)))))
        .as("the end is excluded")
        .containsExactly(ongoing);
    assertThat(rows.meeting(List.of(), now)).isEmpty();
    List<String> many = new ArrayList<>(MINES);
    for (int i = 0; i < 600; i++) {
      many.add("x-" + i);
    }
    assertThat(rows.meeting(many, now)).containsExactly(ongoing, ended, shortOne);
    assertThat(rows.beginning(now, FourLine.NETWORK, List.of("c"), 10))
        .as("where they lie is not noted yet")
        .extracting(Outage::finding)
        .containsExactly("f-1", "f-9");
    assertThat(rows.beginning(now, FourLine.NETWORK, many, 1)).hasSize(1);
    assertThat(rows.beginning(now, FourLine.LINE, List.of("c"), 10)).isEmpty();
    Span days = new Span(AT.minus(DAY.multipliedBy(4)), AT.plusSeconds(1));
    assertThat(rows.begun(MINES, days, 10))
        .extracting(each -> each.finding() + each.points())
        .containsExactly("f-4[]", "f-1[]");
    assertThat(rows.begun(MINES, days, 1)).extracting(Outage::finding).containsExactly("f-1");
    assertThat(rows.begun(List.of(), days, 1)).isEmpty();
    assertThat(rows.found(new Span(AT.plusSeconds(29), AT.plusSeconds(31))))
        .as("two, in one minute")
        .containsExactly(AT.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES));
    assertThat(rows.found(new Span(AT.plusSeconds(31), AT.plusSeconds(99)))).isEmpty();
  }

  @Test
  void anOutageWhoseEndIsToldFirstWasFoundWhenItsBeginWasTold() {
    FourLineRows rows = new FourLineRows(database);
    Outage ended = outage("f-1", "m-1", AT, AT.plusSeconds(600));
    Outage.Told late =
        new Outage.Told(AT.plusSeconds(600), AT.plusSeconds(600), ended.told().end());
    Outage overtaken =
        new Outage(
            ended.finding(),
            ended.mine(),
            ended.line(),
            ended.subject(),
            ended.points(),
            ended.behind(),
            ended.onset(),
            ended.ended(),
            ended.rule(),
            late,
            null);
    database.write(
        () -> {
          rows.keep(overtaken);
          rows.keep(ended);
          return true;
        });
    assertThat(rows.meeting(MINES, new Span(AT, AT.plusSeconds(1)))).containsExactly(ended);
  }

  @Test
  void whereTheMineLayThenIsNotedOnceAndStays() {
    FourLineRows rows = new FourLineRows(database);
    Outage one = outage("f-1", "m-1", AT, null);
    database.write(
        () -> {
          rows.keep(one);
          return rows.nowhere(10);
        });
    assertThat(rows.nowhere(10)).isEqualTo(Map.of("f-1", "m-1"));
    Outage.County county = new Outage.County("14/1409/140921", 6);
    database.write(
        () -> {
          rows.note("f-1", county);
          rows.keep(outage("f-1", "m-1", AT, AT.plusSeconds(9)));
          return county;
        });
    assertThat(rows.nowhere(10)).isEmpty();
    Span second = new Span(AT, AT.plusSeconds(1));
    assertThat(rows.beginning(second, FourLine.NETWORK, List.of(county.path()), 9)).hasSize(1);
    assertThat(rows.beginning(second, FourLine.NETWORK, List.of("15"), 9)).isEmpty();
    assertThat(rows.meeting(MINES, new Span(AT, AT.plusSeconds(1))).get(0))
        .satisfies(kept -> assertThat(kept.county()).isEqualTo(county))
        .satisfies(kept -> assertThat(kept.told().end()).isEqualTo(Outage.End.CLEARED));
  }
}
