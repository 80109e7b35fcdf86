package io.minewatch.alerting.clue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.clue.Clue.Verdict;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Exactly these moves; every other pair of stage and act is refused. */
class ClueMatrixTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");
  private static final ClueClocks CLOCKS =
      new ClueClocks(hours(1), hours(2), hours(3), hours(4), hours(5));
  private static final ClueEvidence EVIDENCE =
      new ClueEvidence(ClueEvidence.Kind.FINDING, "f-1", "断线三次");

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  private static Map<String, ClueAct> acts() {
    Map<String, ClueAct> acts = new LinkedHashMap<>();
    acts.put("assign", new ClueAct.Assign(T, "li", "王检查员", ""));
    acts.put("visit", new ClueAct.Visit(T, "li", "到矿核查"));
    acts.put("find", new ClueAct.Find(T, "li", Outcome.SUBSTANTIATED, "探头被塑料袋罩住"));
    acts.put("find nothing", new ClueAct.Find(T, "li", Outcome.UNFOUNDED, "线路检修，有记录"));
    acts.put("measure", new ClueAct.Measure(T, "li", "责令停产整改"));
    acts.put("close", new ClueAct.Close(T, "zhao", "整改完毕"));
    acts.put("reopen", new ClueAct.Reopen(T, "li", "又发生一次"));
    acts.put("add", new ClueAct.Add(T, "li", List.of(EVIDENCE)));
    return acts;
  }

  private static ClueEvent.Raised start() {
    ClueStart start =
        new ClueStart("m", "14/m", ClueStart.BY_HAND, "T1-0101", "夜间总断线", "", List.of());
    return (ClueEvent.Raised) ((Verdict.Moved) ClueRegister.raised(start, T, "li", CLOCKS)).event();
  }

  /** A clue to which all of these were done. */
  private static Clue after(String... names) {
    Clue clue = Clue.begun("c-1", start());
    for (String name : names) {
      Verdict verdict = ClueRegister.decide(clue, acts().get(name), CLOCKS);
      assertThat(verdict).as(name + " at " + clue.stage()).isInstanceOf(Verdict.Moved.class);
      clue = clue.after(((Verdict.Moved) verdict).event());
    }
    return clue;
  }

  private static final Map<String, Clue> STANDING = standing();

  private static Map<String, Clue> standing() {
    Map<String, Clue> all = new LinkedHashMap<>();
    all.put("RAISED", after());
    all.put("ASSIGNED", after("assign"));
    all.put("VISITED", after("assign", "visit"));
    all.put("FOUND so", after("assign", "visit", "find"));
    all.put("FOUND not so", after("assign", "visit", "find nothing"));
    all.put("MEASURED", after("assign", "visit", "find", "measure"));
    all.put("CLOSED", after("assign", "visit", "find", "measure", "close"));
    all.put("REOPENED", after("assign", "visit", "find", "measure", "close", "reopen"));
    return all;
  }

  @Test
  void exactlyTheseMovesAndNoOthers() {
    Map<String, List<String>> moves = new TreeMap<>();
    STANDING.forEach(
        (stage, clue) ->
            acts()
                .forEach(
                    (name, act) -> {
                      Verdict verdict = ClueRegister.decide(clue, act, CLOCKS);
                      if (verdict instanceof Verdict.Moved moved) {
                        String to = clue.after(moved.event()).stage().name();
                        moves
                            .computeIfAbsent(stage, any -> new ArrayList<>())
                            .add(name + " → " + to);
                      } else {
                        assertThat(((Verdict.Refused) verdict).refusal())
                            .as(stage + " " + name)
                            .isIn(ClueRefusal.NOT_AT_THIS_STAGE, ClueRefusal.MEASURE_MISSING);
                      }
                    }));
    Map<String, List<String>> expected = new TreeMap<>();
    expected.put("RAISED", List.of("assign → ASSIGNED", "add → RAISED"));
    expected.put("ASSIGNED", List.of("assign → ASSIGNED", "visit → VISITED", "add → ASSIGNED"));
    expected.put("VISITED", List.of("find → FOUND", "find nothing → FOUND", "add → VISITED"));
    expected.put("FOUND so", List.of("measure → MEASURED", "add → FOUND"));
    expected.put("FOUND not so", List.of("measure → MEASURED", "close → CLOSED", "add → FOUND"));
    expected.put("MEASURED", List.of("measure → MEASURED", "close → CLOSED", "add → MEASURED"));
    expected.put("CLOSED", List.of("reopen → RAISED"));
    expected.put("REOPENED", expected.get("RAISED").subList(0, 1));
    assertThat(moves.put("REOPENED", moves.get("REOPENED").subList(0, 1))).hasSize(2);
    assertThat(moves).isEqualTo(expected);
  }

  @Test
  void noStageAndNoActIsLeftOut() {
    assertThat(STANDING.values().stream().map(Clue::stage).distinct())
        .containsExactlyInAnyOrder(ClueStage.values());
    assertThat(acts().values().stream().map(Object::getClass).distinct())
        .hasSize(ClueAct.class.getPermittedSubclasses().length);
  }

  @Test
  void whoFoundOnItDoesNotCloseIt() {
    ClueAct own = new ClueAct.Close(T, "li", "无");
    assertThat(refusal(STANDING.get("FOUND not so"), own)).isEqualTo(ClueRefusal.SAME_PERSON);
    assertThat(refusal(STANDING.get("MEASURED"), own)).isEqualTo(ClueRefusal.SAME_PERSON);
  }

  @Test
  void whoDoesTheSameOnceMoreGainsNoTimeAndALateStepIsCountedOnce() {
    Instant late = T.plus(hours(99));
    Clue again = did(STANDING.get("ASSIGNED"), new ClueAct.Assign(late, "li", "李", ""));
    assertThat(again.due()).isEqualTo(T.plus(hours(2)));
    assertThat(again.assignee()).isEqualTo("李");
    assertThat(again.late()).isZero();
    Clue visited = did(again, new ClueAct.Visit(late, "li", "到矿"));
    assertThat(visited.late()).isEqualTo(1);
    Clue measured = did(STANDING.get("MEASURED"), new ClueAct.Measure(late, "li", "再查"));
    assertThat(measured.due()).isEqualTo(T.plus(hours(5)));
  }

  private static Clue did(Clue clue, ClueAct act) {
    return clue.after(((Verdict.Moved) ClueRegister.decide(clue, act, CLOCKS)).event());
  }

  @Test
  void whatIsSubstantiatedIsClosedOnlyAfterAMeasure() {
    assertThat(refusal(STANDING.get("FOUND so"), acts().get("close")))
        .isEqualTo(ClueRefusal.MEASURE_MISSING);
  }

  @Test
  void eachStageOwesTheNextByItsOwnClockAndAClosedOneOwesNothing() {
    assertThat(STANDING.values())
        .extracting(Clue::due)
        .containsExactly(
            T.plus(hours(1)),
            T.plus(hours(2)),
            T.plus(hours(3)),
            T.plus(hours(4)),
            T.plus(hours(4)),
            T.plus(hours(5)),
            null,
            T.plus(hours(1)));
    Clue clue = STANDING.get("RAISED");
    assertThat(clue.isOverdue(T.plus(hours(1)))).as("at the very moment").isFalse();
    assertThat(clue.isOverdue(T.plus(hours(1)).plusMillis(1))).isTrue();
    assertThat(after("add").due()).as("evidence gives no more time").isEqualTo(T.plus(hours(1)));
    assertThat(STANDING.get("CLOSED").isOverdue(T.plus(hours(9_999)))).isFalse();
  }

  @Test
  void aReopenedOneBeginsAnewAndKeepsWhatItRestsOn() {
    Clue again = after("add", "assign", "visit", "find", "measure", "close", "reopen");
    assertThat(again.stage()).isEqualTo(ClueStage.RAISED);
    assertThat(again.reopened()).isEqualTo(1);
    assertThat(again.outcome()).isNull();
    assertThat(again.assignee()).isEmpty();
    assertThat(again.evidence()).containsExactly(EVIDENCE);
    assertThat(again.version()).isEqualTo(8);
  }

  @Test
  void whatSaysNothingIsRefusedAndSoIsWhatIsKnown() {
    assertThat(refusal(after("assign"), new ClueAct.Visit(T, "li", " ")))
        .isEqualTo(ClueRefusal.TEXT_MISSING);
    assertThat(refusal(after(), new ClueAct.Assign(T, "li", " ", "x")))
        .isEqualTo(ClueRefusal.ASSIGNEE_MISSING);
    String tooLong = "长".repeat(ClueEvidence.MOST_TEXT + 1);
    assertThat(refusal(after("assign"), new ClueAct.Visit(T, "li", tooLong)))
        .isEqualTo(ClueRefusal.TEXT_TOO_LONG);
    assertThat(refusal(after("add"), acts().get("add"))).isEqualTo(ClueRefusal.NOTHING_NEW);
    List<ClueEvidence> many = new ArrayList<>();
    for (int i = 0; i <= Clue.MOST_EVIDENCE; i++) {
      many.add(new ClueEvidence(ClueEvidence.Kind.FINDING, "f" + i, ""));
    }
    assertThat(refusal(after(), new ClueAct.Add(T, "li", many)))
        .isEqualTo(ClueRefusal.TOO_MUCH_EVIDENCE);
    ClueStart blank = new ClueStart("m", "14/m", ClueStart.BY_HAND, "", " ", "", List.of());
    assertThat(ClueRegister.raised(blank, T, "li", CLOCKS))
        .isEqualTo(new Verdict.Refused(ClueRefusal.TEXT_MISSING));
    assertThatThrownBy(() -> new ClueEvidence(ClueEvidence.Kind.TEXT, "", " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClueEvidence(ClueEvidence.Kind.DRILL, "", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClueClocks(hours(1), hours(1), hours(1), hours(1), hours(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ClueRefusal refusal(Clue clue, ClueAct act) {
    return ((Verdict.Refused) ClueRegister.decide(clue, act, CLOCKS)).refusal();
  }
}
