package io.minewatch.alerting.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.Due;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Proposal;
import io.minewatch.alerting.chain.Refusal;
import io.minewatch.alerting.chain.Shelf;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
  private static final MineCode MINE = new MineCode("140921021337");
  private static final ZoneId FACE = new ZoneId("face-0101");
  private static final PointId T1 = new PointId("T1-0101");
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final Source SOURCE = new Source("p", "c", "2026-01-01", Confidence.PROPOSAL);
  private static final Plan PLAN =
      new Plan(
          MINE,
          "示范煤矿",
          "Model Colliery",
          1,
          T,
          MineStatus.WORKING,
          ShiftPlan.NOT_TOLD,
          PERIOD,
          List.of(new ZonePlan(FACE, "0101采煤工作面", "Coal face 0101", true, 16, List.of(), 0, 0)),
          List.of(
              new PointPlan(
                  T1, FACE, Measure.METHANE, "0101工作面T1", "Face T1", "", PERIOD, List.of())),
          List.of(new SilenceRule("silence", 3, PERIOD, SOURCE)));
  private final Words words =
      new Words(
          List.of("值班员", "领导"), List.of("dispatcher", "leader"), new Names(PLAN, Sight.STAFF));

  private static Event noted(FindingKind kind) {
    return new Event.FindingNoted(T, finding(kind, Quality.GOOD), Event.Ground.UNDERGROUND);
  }

  private static Finding finding(FindingKind kind, Quality quality) {
    return new Finding(
        new FindingId("f-1"),
        kind == FindingKind.OPENED ? 0 : 1,
        kind,
        MINE,
        Subject.of(T1),
        FACE,
        Measure.METHANE,
        "%CH4",
        Check.LIMIT,
        "r",
        Severity.RED,
        T,
        T,
        T,
        T,
        1.1,
        quality,
        1.0,
        1.62,
        T,
        1,
        Map.of());
  }

  @Test
  void aFactNamesItsPointAndWhatBecameOfIt() {
    Words.Said raised = words.of(noted(FindingKind.RAISED));
    assertThat(raised.chinese()).isEqualTo("0101工作面T1 甲烷升级 1.1 %CH4（限值 1 %CH4，峰值 1.62 %CH4）");
    assertThat(raised.english())
        .isEqualTo("Face T1: methane raised 1.1 %CH4 (limit 1 %CH4, peak 1.62 %CH4)");
    assertThat(words.of(noted(FindingKind.BLIND)).chinese()).contains("失明");
  }

  /** What is danger when small is found under the range of its sensor, by a value all the same. */
  @Test
  void whatWasFoundBeyondTheRangeTellsItsValueAndWhatBlindsTellsNone() {
    for (Quality quality : List.of(Quality.GOOD, Quality.OVER_RANGE, Quality.UNDER_RANGE)) {
      Finding raised = finding(FindingKind.RAISED, quality);
      assertThat(FindingViews.value(raised)).isEqualTo(1.1);
      assertThat(said(raised)).contains("raised 1.1 %CH4");
    }
    for (Quality quality : List.of(Quality.SENSOR_FAULT, Quality.UNDER_RANGE)) {
      Finding blind = finding(FindingKind.BLIND, quality);
      assertThat(FindingViews.value(blind)).isNull();
      assertThat(said(blind)).doesNotContain("1.1");
    }
  }

  private String said(Finding finding) {
    return words.of(new Event.FindingNoted(T, finding, Event.Ground.UNDERGROUND)).english();
  }

  @Test
  void anOrderNamesItsZonesInTheLanguageOfTheReader() {
    Order order =
        new Order(
            new OrderId("o-1"),
            "i-1",
            Grade.SURFACE,
            Reason.HARMFUL_GAS,
            List.of(FACE, new ZoneId("lost-zone")),
            "立即撤离",
            false,
            T,
            T);
    Words.Said said = words.of(new Event.Ordered(T, "ann", order, 1, due()));
    assertThat(said.who()).isEqualTo("ann");
    assertThat(said.chinese()).isEqualTo("下达撤人令（升井，有害气体超限）：0101采煤工作面、lost-zone。“立即撤离”");
    assertThat(said.english())
        .isEqualTo(
            "Ordered a withdrawal (to the surface; harmful gas over limit):"
                + " Coal face 0101, lost-zone. “立即撤离”");
  }

  @Test
  void aRefusalNamesTheActInWords() {
    Words.Said said =
        words.of(
            new Event.ActRefused(
                T, "ann", "FORCE_CLOSE", Refusal.REASON_MISSING, Refusal.REASON_MISSING.english()));
    assertThat(said.chinese()).isEqualTo("拒绝强制关闭：必须写明内容");
    assertThat(said.english()).isEqualTo("Refused to force close: a text is required");
  }

  @Test
  void aCountSaysOnceHowManyAreInside() {
    Event counted = new Event.HeadCounted(T, new Event.Proof(T, T, 1, List.of()));
    assertThat(words.of(counted).english()).isEqualTo("Counted: 0 are still inside");
  }

  /** Why nobody ran it in time, nobody has noted: nothing is said of that. */
  @ParameterizedTest(name = "{0} ms, in the journal {1}")
  @CsvSource({
    "75900, AFTER_RESTART, （逾期 75 秒）, (75 s overdue)",
    "2001, ON_TIME, （逾期 2 秒）, (2 s overdue)",
    "2000, AFTER_RESTART, '', ''",
    "0, ON_TIME, '', ''"
  })
  void aStepThatWasRunLateSaysHowLateAndNothingElse(
      long millis, Act.Occasion occasion, String chinese, String english) {
    Duration overdue = Duration.ofMillis(millis);
    Due due = due();
    Event up = new Event.Escalated(T, due, due, "领导", overdue, occasion);
    assertThat(words.of(up).chinese()).endsWith("升级至值班员" + chinese);
    assertThat(words.of(up).english())
        .isEqualTo(("No acknowledgement in time, escalated to the dispatcher " + english).strip());
    Event back = new Event.Unshelved(T, null, Event.Back.TIME, due, overdue, occasion);
    assertThat(words.of(back).chinese()).isEqualTo("搁置到期，再次叫应" + chinese);
    assertThat(words.of(back).english())
        .isEqualTo(("Back from the shelf, its time is over " + english).strip());
    Event lapsed = new Event.Lapsed(T, due, due, "领导", overdue, occasion);
    assertThat(words.of(lapsed).chinese()).endsWith("重新叫应值班员" + chinese);
    assertThat(words.of(lapsed).english())
        .endsWith(("the dispatcher is to be called " + english).strip());
  }

  @Test
  void anAnswerSaysToWhatItWasGiven() {
    Event answered = new Event.Acknowledged(T, "ann", due(), 5L);
    assertThat(words.of(answered).chinese()).isEqualTo("已回应（针对记录第 5 版）");
    assertThat(words.of(answered).english())
        .isEqualTo("Acknowledged, as of version 5 of the record");
    Event older = new Event.Acknowledged(T, "ann", due(), null);
    assertThat(words.of(older).chinese()).isEqualTo("已回应");
    assertThat(words.of(older).english()).isEqualTo("Acknowledged");
  }

  @Test
  void whatTakesTwoPeopleNamesBoth() {
    Event closed =
        new Event.Closed(T, "bob", "探头损毁", Closing.FORCED, List.of(Refusal.POINT_BLIND), "ann");
    assertThat(words.of(closed).chinese()).isEqualTo("强制关闭（ann 申请）：探头损毁。尚缺：测点失效，不能证明已恢复");
    Proposal proposal = new Proposal(Proposal.What.FORCE_CLOSE, "ann", T, 7, "探头损毁", null, null);
    assertThat(words.of(new Event.Proposed(T, proposal)).english())
        .isEqualTo("Proposed to close by force, another person must confirm: 探头损毁");
    Event shelved = new Event.Shelved(T, new Shelf("ann", "bob", "标校", T), due());
    assertThat(words.of(shelved).chinese()).startsWith("搁置至").contains("bob 确认").endsWith("标校");
    Event lapsed =
        new Event.Lapsed(T, due(), due(), "领导", Duration.ofSeconds(5), Act.Occasion.ON_TIME);
    assertThat(words.of(lapsed).english()).startsWith("Nothing followed the acknowledgement");
    for (Event.Back why : Event.Back.values()) {
      Event back = new Event.Unshelved(T, null, why, due(), null, null);
      assertThat(words.of(back).english()).isNotBlank();
    }
    Event revoked = new Event.Revoked(T, "bob", "ann", new OrderId("o-1"), "错误", due());
    assertThat(words.of(revoked).chinese()).isEqualTo("撤销撤人令（ann 申请）：错误");
    Event marked = new Event.CardMarked(T, "ann", new CardId("c-1"), Act.Mark.RESCUER, "一队");
    assertThat(words.of(marked).english()).isEqualTo("Marked as a rescuer: c-1, 一队");
  }

  private static Due due() {
    return new Due(Due.What.ACKNOWLEDGE, T, 1);
  }
}
