package io.minewatch.alerting.fourline;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.Judged.Cause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose an outage is. */
class CausesTest extends FourLineCase {
  @Test
  void halfOfACountysMinesCutOffTogetherIsTheRegions() {
    List<Outage> cuts = new ArrayList<>();
    for (String mine : List.of("a", "b", "c")) {
      cuts.add(cut(mine, at(3, cuts.size() * 8), at(4, 0), "T1"));
    }
    List<Judged> six = judged(cuts, 6, Spans.NONE);
    assertThat(six)
        .as("cuts that follow one another within the window are one event")
        .allSatisfy(each -> assertThat(each.cut()).isEqualTo(3))
        .allSatisfy(each -> assertThat(each.mines()).isEqualTo(6))
        .allSatisfy(each -> assertThat(each.cause()).isEqualTo(Cause.REGION))
        .allSatisfy(each -> assertThat(each.own().isEmpty()).isTrue());
    assertThat(judged(cuts, 7, Spans.NONE)).extracting(Judged::cause).containsOnly(Cause.OWN);
    assertThat(judged(cuts.subList(0, 2), 3, Spans.NONE))
        .as("two are too few, however many there are")
        .extracting(Judged::cause)
        .containsOnly(Cause.OWN);
    List<Outage> lines = new ArrayList<>();
    List.of("a", "b", "c").forEach(mine -> lines.add(line(mine, "T1", at(3, 0), at(4, 0))));
    assertThat(judged(lines, 3, Spans.NONE))
        .as("a broken line is at the mine")
        .extracting(Judged::cause)
        .containsOnly(Cause.OWN);
  }

  @Test
  void whoStaysDarkAfterTheOthersAreBackIsDarkByItself() {
    List<Outage> cuts =
        List.of(
            cut("a", at(3, 0), at(3, 20), "T1"),
            cut("b", at(3, 0), at(3, 20), "T1"),
            cut("c", at(3, 0), null, "T1"));
    Judged last = judged(cuts, 6, Spans.NONE).get(2);
    assertThat(last.cause()).isEqualTo(Cause.OWN);
    assertThat(last.region().parts()).containsExactly(span(3, 0, 3, 20));
    assertThat(last.own().parts()).containsExactly(new Span(at(3, 20), NOW));
  }

  @Test
  void cutsThatDidNotBeginTogetherAreNoRegionHoweverLongTheyLast() {
    List<Outage> apart =
        List.of(
            cut("a", at(3, 0), at(9, 0)), cut("b", at(3, 11), at(9, 0)), cut("c", at(3, 22), null));
    assertThat(judged(apart, 3, Spans.NONE)).extracting(Judged::cause).containsOnly(Cause.OWN);
    List<Outage> twice =
        List.of(
            cut("a", at(3, 0), at(4, 0)), cut("a", at(3, 1), at(4, 0)), cut("b", at(3, 2), null));
    assertThat(judged(twice, 3, Spans.NONE))
        .as("one mine with two gateways is one")
        .extracting(Judged::cut)
        .containsOnly(2);
  }

  @Test
  void whatAMineHadMendedBeforeOthersWereCutIsItsOwn() {
    List<Outage> cuts = new ArrayList<>();
    for (int minute = 0; minute < 120; minute += 9) {
      cuts.add(cut("a", at(3, minute), at(3, minute + 1), "T1"));
    }
    int before = cuts.size();
    for (String mine : List.of("a", "b", "c")) {
      cuts.add(cut(mine, at(5, cuts.size() - before), at(5, 7), "T1"));
    }
    List<Judged> judged = judged(cuts, 4, Spans.NONE);
    assertThat(judged.subList(0, before)).extracting(Judged::cause).containsOnly(Cause.OWN);
    assertThat(judged.subList(before, cuts.size()))
        .as("these lasted still when it became a region's")
        .allSatisfy(each -> assertThat(each.cause()).isEqualTo(Cause.REGION))
        .allSatisfy(each -> assertThat(each.own().isEmpty()).isTrue());
  }

  @Test
  void whatIsNotedOfThenCountsAndNotWhatIsSoNow() {
    List<Outage> cuts = new ArrayList<>();
    for (String mine : List.of("a", "b", "c")) {
      Outage cut = cut(mine, at(3, 0), at(4, 0), "T1");
      cuts.add(
          new Outage(
              cut.finding(),
              mine,
              cut.line(),
              cut.subject(),
              cut.points(),
              1,
              cut.onset(),
              cut.ended(),
              "r",
              cut.told(),
              new Outage.County("then", 6)));
    }
    assertThat(judged(cuts, 99, Spans.NONE)).extracting(Judged::cause).containsOnly(Cause.REGION);
  }
}
