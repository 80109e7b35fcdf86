package io.minewatch.alerting.accident;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.accident.Accident.Refusal;
import io.minewatch.alerting.accident.Accident.Verdict;
import io.minewatch.alerting.accident.Owed.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccidentTest {
  private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
  private static final List<ReportRule> RULES =
      List.of(rule("phone", Duration.ofMinutes(7)), rule("written", Duration.ofMinutes(20)));

  private static ReportRule rule(String id, Duration within) {
    return new ReportRule(id, ReportRule.Form.PHONE, "甲", "a", "乙", "b", within);
  }

  private static Owed.Made said(Instant at, String words) {
    return new Owed.Made(at, "dispatcher", words);
  }

  private static Accident declared() {
    Verdict verdict =
        Accident.declared(new Accident.Ground("i-1", "m", false), said(AT, "冒顶"), RULES);
    return ((Verdict.Moved) verdict).accident();
  }

  private static Accident reported(Accident before, String report, Instant at) {
    return ((Verdict.Moved) before.reported(report, said(at, "已电话报告"))).accident();
  }

  private static List<Standing> standings(Accident accident, Instant now) {
    return accident.reports().stream().map(each -> each.standing(now)).toList();
  }

  @Test
  void everyReportOfTheRulesIsOwedFromTheDeclaration() {
    assertThat(declared().reports())
        .extracting(Owed::due)
        .containsExactly(AT.plus(Duration.ofMinutes(7)), AT.plus(Duration.ofMinutes(20)));
    assertThat(standings(declared(), AT)).containsExactly(Standing.OWED, Standing.OWED);
  }

  @Test
  void atTheVeryMomentItIsDueItIsInTimeAndAfterwardsItIsNot() {
    Instant due = AT.plus(Duration.ofMinutes(7));
    assertThat(standings(declared(), due)).first().isEqualTo(Standing.OWED);
    assertThat(declared().newlyMissed(due)).isEmpty();
    assertThat(standings(declared(), due.plusMillis(1))).first().isEqualTo(Standing.OVERDUE);
    assertThat(declared().newlyMissed(due.plusMillis(1))).hasSize(1);
    assertThat(standings(reported(declared(), "phone", due), due.plusSeconds(9)))
        .containsExactly(Standing.IN_TIME, Standing.OWED);
    assertThat(standings(reported(declared(), "phone", due.plusMillis(1)), due))
        .first()
        .isEqualTo(Standing.LATE);
  }

  @Test
  void aLateReportIsTakenAndStaysLate() {
    Instant late = AT.plus(Duration.ofHours(3));
    Accident both = reported(reported(declared(), "written", late), "phone", AT);
    assertThat(standings(both, late)).containsExactly(Standing.IN_TIME, Standing.LATE);
    assertThat(both.newlyMissed(late)).as("what was made is not missed").isEmpty();
    assertThat(AccidentCounts.of(List.of(both, declared()), late))
        .isEqualTo(new AccidentCounts(2, 0, 2, 1, 1));
  }

  @Test
  void whatSaysNothingIsUnknownOrWasDoneIsRefused() {
    assertThat(Accident.declared(new Accident.Ground("i-1", "m", true), said(AT, " "), RULES))
        .isEqualTo(new Verdict.Refused(Refusal.TEXT_MISSING));
    assertThat(declared().reported("phone", said(AT, "")))
        .isEqualTo(new Verdict.Refused(Refusal.TEXT_MISSING));
    assertThat(declared().reported("none", said(AT, "x")))
        .isEqualTo(new Verdict.Refused(Refusal.NO_SUCH_REPORT));
    assertThat(reported(declared(), "phone", AT).reported("phone", said(AT, "x")))
        .isEqualTo(new Verdict.Refused(Refusal.ALREADY_MADE));
  }
}
