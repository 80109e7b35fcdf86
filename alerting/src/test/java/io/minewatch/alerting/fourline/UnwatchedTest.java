package io.minewatch.alerting.fourline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.Judged.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is held against nobody. */
class UnwatchedTest extends FourLineCase {
  @Test
  void whatIsTheRegionsIsToldBesideAndNotHeardAllTheSame() {
    List<Outage> cuts = new ArrayList<>();
    List.of("a", "b", "c").forEach(mine -> cuts.add(cut(mine, at(3, 0), at(4, 0), "T1")));
    Question question = question(By.MINE, DAY, DAY, Spans.NONE);
    Row row = FourLineIndex.of(judged(cuts, 3, Spans.NONE), question).get(0);
    assertThat(row.lines()).isEmpty();
    assertThat(row.region()).isEqualTo(new Row.Count(1, minutes(60), minutes(60)));
    assertThat(row.heard()).isCloseTo(1 - 1 / 240.0, within(1e-9));
  }

  @Test
  void whatThePlatformDidNotWatchIsNobodys() {
    Spans gap = Spans.of(List.of(span(3, 0, 5, 0)));
    Outage within = line("a", "T1", at(3, 1), at(4, 59)); // told when we listened again
    List<Outage> outages =
        List.of(
            told(within, at(5, 1), at(5, 1)),
            line("a", "T2", at(1, 0), at(6, 0)), // 2 h before and 1 h after are the mine's
            told(line("a", "T3", at(3, 30), null), at(5, 2), null)); // silent still
    List<Judged> judged = judged(outages, 2, gap);
    assertThat(judged)
        .extracting(Judged::cause)
        .containsExactly(Cause.PLATFORM, Cause.OWN, Cause.OWN);
    assertThat(judged.get(1).own().parts()).containsExactly(span(1, 0, 3, 0), span(5, 0, 6, 0));
    Row row = rows(question(By.MINE, DAY, DAY, gap), outages).get(0);
    assertThat(row.platform()).isEqualTo(1);
    assertThat(row.unwatched()).isEqualTo(minutes(120));
    assertThat(row.lines().get(FourLine.LINE))
        .as("two stretches, cut by us and not by the mine")
        .isEqualTo(new Row.Count(2, minutes(180 + 18 * 60), minutes(180 + 19 * 60)));
  }

  @Test
  void whatJudgingSaidMeanwhileWasWatchedThoughWeHeardOfItLater() {
    Spans gap = Spans.of(List.of(span(3, 0, 3, 20)));
    Outage pulled = line("a", "T1", at(3, 3), at(3, 18));
    Judged judged = judged(List.of(pulled), 2, gap).get(0);
    assertThat(judged.cause()).isEqualTo(Cause.OWN);
    assertThat(judged.own().total()).isEqualTo(minutes(15));
  }

  @Test
  void whatWasNeverWatchedIsNotCalledHeard() {
    Spans never = Spans.of(List.of(new Span(Instant.EPOCH, NOW)));
    assertThat(rows(question(By.MINE, DAY, DAY, never), List.of()))
        .extracting(Row::heard)
        .containsOnlyNulls();
    MinePlace young = new MinePlace("a", List.of("14", "a"), CHINA, 10, at(18, 0));
    Question question =
        new Question(By.MINE, Map.of("a", young), DAY.minusDays(1), DAY, Spans.NONE, NOW);
    Row row = rows(question, List.of(line("a", "T1", at(18, 0), at(19, 0)))).get(0);
    assertThat(row.heard()).as("1 h of 6 h of 10 points").isCloseTo(1 - 1 / 60.0, within(1e-9));
  }

  @Test
  void unnamedPointsAreUnitedAndTheirUnwatchedTimeIsNobodysToo() {
    Spans gap = Spans.of(List.of(span(0, 0, 12, 0)));
    List<String> named = List.of("T1");
    List<Outage> outages =
        List.of(
            told(
                outage("a", FourLine.NETWORK, "gateway/g", named, 10, at(0, 0), at(24, 0)),
                at(-1, 0),
                at(24, 1)),
            told(
                outage("a", FourLine.NETWORK, "gateway/g", named, 10, at(1, 0), at(23, 0)),
                at(-1, 0),
                at(24, 1)));
    Row row = rows(question(By.MINE, DAY, DAY, gap), outages).get(0);
    assertThat(row.lines().get(FourLine.NETWORK).pointTime()).isEqualTo(minutes(10 * 12 * 60));
    assertThat(row.heard()).isEqualTo(0.0);
  }

  @Test
  void ofWhatBeganWhileThePlatformDidNotWatchNobodyKnowsWhoseItWas() {
    Spans gap = Spans.of(List.of(span(1, 59, 2, 2)));
    List<Outage> cuts = new ArrayList<>();
    for (String mine : List.of("a", "b", "c")) {
      Instant back = mine.equals("c") ? at(2, 10) : at(2, 9);
      cuts.add(told(cut(mine, at(2, 0), back, "T1"), at(2, 3), back));
    }
    Judged last = judged(cuts, 6, gap).get(2);
    assertThat(last.cause()).isEqualTo(Cause.OWN);
    assertThat(last.region().parts()).containsExactly(span(2, 2, 2, 9));
    assertThat(last.own().parts()).containsExactly(span(2, 9, 2, 10));
    assertThat(last.beganAsOwn()).as("the region began it, unwatched").isFalse();

    Outage alone = told(cut("a", at(2, 0), at(8, 0), "T1"), at(2, 3), at(8, 0));
    Judged unseen = judged(List.of(alone), 6, gap).get(0);
    assertThat(unseen.beganAsOwn()).isFalse();
    assertThat(unseen.isOwn(RULES.window())).as("dark by itself for hours").isTrue();
    assertThat(judged(List.of(alone), 6, Spans.NONE).get(0).beganAsOwn()).isTrue();
    Outage none = cut("a", at(2, 0), at(2, 0), "T1");
    assertThat(judged(List.of(none), 6, Spans.NONE).get(0).beganAsOwn()).isTrue();
  }
}
