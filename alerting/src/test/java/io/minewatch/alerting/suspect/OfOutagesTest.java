package io.minewatch.alerting.suspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Judged;
import io.minewatch.alerting.fourline.Judged.Cause;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfOutagesTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T16:00:00Z");
  private static final SuspicionRules RULES =
      new SuspicionRules(Duration.ofDays(7), 3, Duration.ofHours(1), 0.6);

  private int number;

  private Judged line(int day, int minute) {
    return judged(FourLine.LINE, "T1-0101", day * 1_440L + minute, Cause.OWN, 0);
  }

  private Judged cut(int day, int minute, int cut) {
    return judged(FourLine.NETWORK, "gateway/gw-01", day * 1_440L + minute, Cause.OWN, cut);
  }

  private Judged judged(FourLine line, String subject, long minute, Cause cause, int cut) {
    Instant onset = MIDNIGHT.plus(Duration.ofMinutes(minute));
    Outage outage =
        new Outage(
            "f" + ++number,
            "m",
            line,
            subject,
            List.of(),
            1,
            onset,
            onset.plusSeconds(60),
            "r",
            new Outage.Told(onset, onset, Outage.End.CLEARED),
            null);
    Spans own = Spans.of(cause == Cause.OWN ? List.of(outage.span(onset)) : List.of());
    return new Judged(outage, cause, own, Spans.NONE, cut, 5);
  }

  private static List<Suspicion> of(List<Judged> outages) {
    return of(outages, 3, Map.of());
  }

  private static List<Suspicion> of(
      List<Judged> outages, int leastMines, Map<Feature, Set<String>> checked) {
    FourLineRules lines = new FourLineRules(Duration.ofMinutes(10), 0.5, leastMines);
    return OfOutages.of(outages, new OfOutages.Terms(RULES, lines, CHINA, checked));
  }

  @Test
  void threeDaysOfAWeekWithinAnHourOfTheSameTimeAreOneSuspicion() {
    List<Judged> nights = List.of(line(0, 120), line(2, 150), line(5, 180), line(3, 700));
    assertThat(of(nights))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.feature()).isEqualTo(Feature.SAME_HOUR);
              assertThat(one.subject()).isEqualTo("T1-0101");
              assertThat(one.evidence()).extracting(e -> e.ref()).containsExactly("f1", "f2", "f3");
            });
    assertThat(of(List.of(line(0, 120), line(2, 150), line(5, 181))))
        .as("61 minutes between the first and the last")
        .isEmpty();
    assertThat(of(List.of(line(0, 120), line(0, 130), line(0, 140), line(1, 120))))
        .as("two days, however often")
        .isEmpty();
    assertThat(of(List.of(line(0, 1_430), line(2, 5), line(4, 1_439))))
        .as("across midnight")
        .hasSize(1);
  }

  @Test
  void onlyThisMineIsCutsOfTheNetworkThatNoOtherMineOfTheCountyHad() {
    assertThat(of(List.of(cut(0, 100, 1), cut(2, 500, 1), cut(4, 900, 1))))
        .singleElement()
        .extracting(Suspicion::feature)
        .isEqualTo(Feature.ONLY_THIS_MINE);
    assertThat(of(List.of(cut(0, 100, 1), cut(2, 500, 2), cut(4, 900, 1)))).isEmpty();
    assertThat(of(List.of(cut(0, 100, 1), cut(2, 500, 1), cut(4, 900, 1)), 6, Map.of()))
        .as("a county of five cannot show it where six are needed")
        .isEmpty();
  }

  @Test
  void whatIsTheRegionsOrThePlatformsIsNoReason() {
    List<Judged> regional = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      regional.add(judged(FourLine.NETWORK, "gateway/gw-01", day * 1_440L, Cause.REGION, 4));
      regional.add(judged(FourLine.LINE, "T1", day * 1_440L, Cause.PLATFORM, 0));
      regional.add(judged(FourLine.MISSING, "T2", day * 1_440L, Cause.OWN, 0));
    }
    assertThat(of(regional)).isEmpty();
  }

  @Test
  void whatBreaksAtAnyTimeOfTheDayBreaksAtThisOneToo() {
    List<Judged> half =
        List.of(
            line(0, 120), line(2, 150), line(5, 180), line(1, 700), line(3, 900), line(4, 1_100));
    assertThat(of(half)).as("three of six").isEmpty();
    assertThat(of(half.subList(0, 5))).as("three of five").hasSize(1);
    Random random = new Random(7);
    int weeks = 0;
    for (int week = 0; week < 1_000; week++) {
      List<Judged> twiceADay = new ArrayList<>();
      for (int i = 0; i < 14; i++) {
        twiceADay.add(line(i / 2, random.nextInt(1_440)));
      }
      weeks += of(twiceADay).size();
    }
    assertThat(weeks).as("weeks of 1,000 that chance alone makes a clue of").isLessThan(10);
  }

  @Test
  void oneSubjectIsSuspectedOfOneThingAndAFlatPointIsNotCutOff() {
    assertThat(of(List.of(cut(0, 100, 1), cut(2, 110, 1), cut(4, 120, 1))))
        .extracting(Suspicion::feature)
        .containsExactly(Feature.SAME_HOUR);
    List<Judged> flat = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      flat.add(judged(FourLine.FLAT, "T1", day * 1_440L, Cause.OWN, 0));
    }
    assertThat(of(flat)).isEmpty();
  }

  @Test
  void whatAClosedClueHeldRepeatsNothingAnyMore() {
    List<Judged> nights = List.of(line(0, 120), line(1, 120), line(2, 120), line(5, 120));
    Map<Feature, Set<String>> checked = Map.of(Feature.SAME_HOUR, Set.of("f1", "f2", "f3"));
    assertThat(of(nights, 3, checked)).isEmpty();
    List<Judged> again = new ArrayList<>(nights);
    again.add(line(5, 130));
    again.add(line(5, 140));
    assertThat(of(again, 3, checked)).as("three pieces of one day").isEmpty();
    again.add(line(6, 120));
    again.add(line(7, 120));
    assertThat(of(again, 3, checked))
        .singleElement()
        .extracting(one -> one.evidence().get(0).ref())
        .isEqualTo("f4");
  }

  @Test
  void manySubjectsOfAMineAreOneCause() {
    List<Judged> nights = new ArrayList<>();
    for (int point = 0; point <= Suspicion.MOST_SUBJECTS; point++) {
      for (int day = 0; day < 3; day++) {
        nights.add(judged(FourLine.LINE, "T" + point, day * 1_440L + point, Cause.OWN, 0));
      }
    }
    int most = 3 * Suspicion.MOST_SUBJECTS;
    assertThat(Suspicion.united(of(nights.subList(0, most)))).hasSize(Suspicion.MOST_SUBJECTS);
    assertThat(Suspicion.united(of(nights)))
        .singleElement()
        .satisfies(one -> assertThat(one.subject()).isEmpty())
        .satisfies(one -> assertThat(one.evidence()).hasSize(nights.size()))
        .satisfies(one -> assertThat(one.evidence().get(0).words()).contains(" T0 "));
  }

  /**
   * A generated month without anything planted: every point breaks once a month and each gateway is
   * cut on two days a week, at random, in 200 mines of 200 points. Counted are clues (subject and
   * week).
   */
  @Test
  void cleanMonthsRaiseFewerThanAClueInAMineWeek() {
    Random random = new Random(4);
    int weeks = 0;
    Set<String> clues = new HashSet<>();
    for (int mine = 0; mine < 200; mine++) {
      for (int week = 0; week < 4; week++) {
        weeks++;
        for (Suspicion each : of(cleanWeek(random))) {
          clues.add(mine + " " + week + " " + each.feature() + " " + each.subject());
        }
      }
    }
    double rate = (double) clues.size() / weeks;
    System.out.printf("false clues of outages a mine-week, generated: %.4f%n", rate);
    assertThat(rate).isLessThan(0.5);
  }

  private List<Judged> cleanWeek(Random random) {
    List<Judged> week = new ArrayList<>();
    for (int point = 0; point < 200; point++) {
      if (random.nextDouble() < 7 / 30.0) {
        week.add(judged(FourLine.LINE, "T" + point, random.nextInt(10_080), Cause.OWN, 0));
      }
    }
    for (int day = 0; day < 7; day++) {
      if (random.nextDouble() < 2 / 7.0) {
        int minute = day * 1_440 + random.nextInt(1_440);
        week.add(judged(FourLine.NETWORK, "gateway/gw", minute, Cause.OWN, 1));
      }
    }
    return week;
  }

  @Test
  void rulesThatSayNothingAreRefused() {
    assertThatThrownBy(() -> new SuspicionRules(Duration.ofDays(7), 1, Duration.ofHours(1), 0.6))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SuspicionRules(Duration.ofDays(2), 3, Duration.ofHours(1), 0.6))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SuspicionRules(Duration.ofDays(7), 3, Duration.ofHours(13), 0.6))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SuspicionRules(Duration.ofDays(7), 3, Duration.ofHours(1), 1.1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
