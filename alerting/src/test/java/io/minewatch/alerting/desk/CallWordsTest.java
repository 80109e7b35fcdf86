package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallWordsTest {
  private static final Instant T = Instant.EPOCH;
  private static final ChainRules RULES = HaltedRun.rules();
  private static final MineCode MINE = new MineCode("140921021337");

  /** Only while a finding stands that asks for it. */
  @ParameterizedTest(name = "{0}, step {1}, drill {2}: {3}")
  @CsvSource({
    "RAISED, WITHDRAW, false, true",
    "BLIND, WITHDRAW, false, true",
    "CLEARED, WITHDRAW, false, false",
    "RAISED, CUT, false, false",
    "RAISED, WITHDRAW, true, true"
  })
  void aCallSaysWhetherPeopleMustOut(FindingKind kind, String step, boolean drill, boolean out) {
    Incident opened = Incident.of(new Event.Opened(T, "i-1", MINE, drill, T));
    Finding finding = finding(kind, Map.of(Finding.STEP, step));
    Incident incident =
        Fold.evolve(opened, new Event.FindingNoted(T, finding, Event.Ground.UNDERGROUND));
    CallWords words = CallWords.of(incident, null, RULES, "1234");
    assertThat(words.chinese().contains("须立即撤人")).isEqualTo(out);
    assertThat(words.english().contains("People must be withdrawn.")).isEqualTo(out);
    assertThat(words.chinese().startsWith("【演习】")).isEqualTo(drill);
  }

  /** A call has room for three places: it is made because of the newest. */
  @Test
  void theNewestPlaceIsNamedFirstAndNoneWhereNothingStandsAnyMore() {
    Incident incident = Incident.of(new Event.Opened(T, "i-1", MINE, false, T));
    for (String zone : List.of("a", "b", "c", "d", "e")) {
      incident = noted(incident, fact("f-" + zone, FindingKind.RAISED, zone, 0));
    }
    assertThat(english(incident)).startsWith("140921021337: blue alarm in e, d, c +2. Incident");
    assertThat(CallWords.of(incident, null, RULES, "12").chinese()).contains("蓝色告警：e、d、c +2。事件");

    incident = noted(incident, fact("f-e", FindingKind.CLEARED, "e", 9));
    assertThat(english(incident)).contains("alarm in d, c, b +1.");
    incident = noted(incident, fact("f-a", FindingKind.RAISED, "a", 10));
    assertThat(english(incident)).as("it has become worse there").contains("alarm in a, d, c +1.");
    for (String zone : List.of("a", "b", "c", "d")) {
      incident = noted(incident, fact("f-" + zone, FindingKind.CLEARED, zone, 20));
    }
    assertThat(english(incident)).as("where it was").contains("alarm in d, c, b +2.");
  }

  /** Three newer warnings and milder alarms must not push out the place that is called about. */
  @Test
  void whereItIsWorstIsNamedFirstAndNoEarlyWarningWhileAnythingCalls() {
    Incident incident = Incident.of(new Event.Opened(T, "i-1", MINE, false, T));
    for (String zone : List.of("b", "c", "d")) {
      incident = noted(incident, fact("f-" + zone, FindingKind.RAISED, zone, 5));
    }
    incident = noted(incident, fact("f-a", zone("a"), 1, Severity.RED, Map.of()));
    assertThat(english(incident)).contains("red alarm in a. Incident");
    incident = noted(incident, fact("f-e", zone("e"), 6, Severity.YELLOW, Map.of()));
    incident = noted(incident, fact("f-f", zone("f"), 7, Severity.ORANGE, Map.of()));
    assertThat(english(incident)).contains("red alarm in a, f, e. Incident");
    incident = noted(incident, fact("f-g", zone("g"), 8, Severity.RED, Map.of()));
    assertThat(english(incident)).contains("red alarm in g, a, f +1. Incident");
    Map<String, String> out = Map.of(Finding.STEP, "WITHDRAW");
    incident = noted(incident, fact("f-h", zone("h"), 2, Severity.RED, out));
    assertThat(english(incident)).contains("red alarm in h, g, a +2. People must be withdrawn.");
  }

  @Test
  void whatIsAboutTheMineAsAWholeIsAtNoPlace() {
    Incident opened = Incident.of(new Event.Opened(T, "i-1", MINE, false, T));
    Incident incident = noted(opened, fact("f", FindingKind.RAISED, null, 0));
    assertThat(english(incident)).startsWith("140921021337: blue alarm. Incident i-1.");
    assertThat(CallWords.of(incident, null, RULES, "12").chinese()).contains("蓝色告警。事件i-1");
  }

  private static String english(Incident incident) {
    return CallWords.of(incident, null, RULES, "12").english();
  }

  private static Incident noted(Incident incident, Finding finding) {
    return Fold.evolve(incident, new Event.FindingNoted(T, finding, Event.Ground.UNDERGROUND));
  }

  private static Finding finding(FindingKind kind, Map<String, String> detail) {
    return finding("f", kind, new ZoneId("face"), T, Severity.BLUE, detail);
  }

  private static Finding fact(String id, FindingKind kind, @Nullable String zone, long judged) {
    ZoneId where = zone == null ? null : new ZoneId(zone);
    return finding(id, kind, where, T.plusSeconds(judged), Severity.BLUE, Map.of());
  }

  private static Finding fact(
      String id, ZoneId zone, long judged, Severity severity, Map<String, String> detail) {
    return finding(id, FindingKind.RAISED, zone, T.plusSeconds(judged), severity, detail);
  }

  private static ZoneId zone(String name) {
    return new ZoneId(name);
  }

  private static Finding finding(
      String id,
      FindingKind kind,
      @Nullable ZoneId zone,
      Instant judged,
      Severity severity,
      Map<String, String> detail) {
    return new Finding(
        new FindingId(id),
        1,
        kind,
        MINE,
        Subject.of(new PointId("T")),
        zone,
        Measure.METHANE,
        "%CH4",
        Check.LIMIT,
        "r",
        severity,
        T,
        T,
        T,
        judged,
        1.6,
        Quality.GOOD,
        1.5,
        1.6,
        T,
        1,
        detail);
  }
}
