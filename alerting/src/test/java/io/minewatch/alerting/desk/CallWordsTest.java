package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallWordsTest {
  private static final Instant T = Instant.EPOCH;
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
    CallWords words = CallWords.of(incident, null, "1234");
    assertThat(words.chinese().contains("须立即撤人")).isEqualTo(out);
    assertThat(words.english().contains("People must be withdrawn.")).isEqualTo(out);
    assertThat(words.chinese().startsWith("【演习】")).isEqualTo(drill);
  }

  private static Finding finding(FindingKind kind, Map<String, String> detail) {
    return new Finding(
        new FindingId("f"),
        1,
        kind,
        MINE,
        Subject.of(new PointId("T")),
        new ZoneId("face"),
        Measure.METHANE,
        "%CH4",
        Check.LIMIT,
        "r",
        Severity.RED,
        T,
        T,
        T,
        T,
        1.6,
        Quality.GOOD,
        1.5,
        1.6,
        T,
        1,
        detail);
  }
}
