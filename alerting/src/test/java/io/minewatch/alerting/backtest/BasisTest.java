package io.minewatch.alerting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.OwnAlarmRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.judge.mine.Course;
import io.minewatch.judge.mine.CourseRun;
import io.minewatch.judge.mine.Courses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a mine's own condition rests on; where no store keeps that, it says so. */
class BasisTest {
  private static final Course COMPOUND = course("compound");
  private static final CompoundRule OWN = (CompoundRule) rule(COMPOUND, "own");

  static Stream<Arguments> asked() {
    Rule theirs =
        new OwnAlarmRule("theirs", OwnAlarm.Kind.DISTRESS, "自报", "own", Severity.RED, OWN.source());
    return Stream.of(
        Arguments.of(theirs, "nothing of it was computed"),
        Arguments.of(rule(course("network"), "o-NETWORK"), "which gateway"),
        Arguments.of(rule(course("network"), "o-LINE"), ""));
  }

  @ParameterizedTest
  @MethodSource("asked")
  void aConditionOverWhatNoStoreKeepsCannotBeFoundAgain(Rule asked, String why) {
    CompoundRule asks =
        new CompoundRule(
            OWN.id(),
            OWN.name(),
            OWN.nameEnglish(),
            OWN.subject(),
            OWN.zone(),
            List.of(new CompoundRule.Operand("asked", null, asked.id())),
            "asked",
            OWN.severity(),
            OWN.raiseAfter(),
            OWN.clearAfter(),
            OWN.source());
    Finding first =
        CourseRun.findings(COMPOUND).stream()
            .filter(fact -> fact.rule().equals(OWN.id()))
            .findFirst()
            .orElseThrow();

    String cannot = Basis.of(with(asked, asks), first).cannot();

    assertThat(cannot.isEmpty()).isEqualTo(why.isEmpty());
    assertThat(cannot).contains(why);
  }

  private static Plan with(Rule asked, CompoundRule asks) {
    Plan plan = COMPOUND.plan();
    List<Rule> rules = new ArrayList<>(plan.rules());
    rules.remove(OWN);
    rules.add(asks);
    rules.add(asked);
    return plan.with(plan.zones(), plan.points(), rules);
  }

  private static Course course(String name) {
    return Courses.all().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static Rule rule(Course course, String id) {
    return course.plan().rules().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
