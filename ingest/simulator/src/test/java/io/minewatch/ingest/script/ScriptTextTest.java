package io.minewatch.ingest.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.ModelPlan;
import io.minewatch.ingest.station.Scripts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTextTest {
  @Test
  void everyKindOfIncidentCanBeWritten() {
    Script script =
        ScriptText.parse(
            List.of(
                "# all of them",
                "round 1h30m",
                "",
                "after 45s drive T1 to 1.8 within 40s hold 4m until withdrawn fall 90s # gas",
                "after 45s drive T2 to 1.8 within 40s hold 4m fall 90s",
                "after 1m cut T1 for 3m as DISCONNECTED",
                "after 1m cut T1 for 3m as silence",
                "after 5m mask T2 for 10m shows 0.3",
                "after 2m crowd face for 5m people 12",
                "after 3m hush 3 for 5m",
                "after 0s linger 5 for 20m stays 2m",
                "after 9m disconnect for 1m"));

    assertThat(script.round()).isEqualTo(Duration.ofMinutes(90));
    assertThat(script.incidents())
        .containsExactly(
            drive("T1", Incident.Until.WITHDRAWN),
            drive("T2", Incident.Until.TIME),
            new Incident.Cut(minutes(1), minutes(3), new PointId("T1"), Quality.DISCONNECTED),
            new Incident.Cut(minutes(1), minutes(3), new PointId("T1"), null),
            new Incident.Mask(minutes(5), minutes(10), new PointId("T2"), 0.3, Quality.GOOD),
            new Incident.Crowd(minutes(2), minutes(5), new ZoneId("face"), 12),
            new Incident.Hush(minutes(3), minutes(5), 3),
            new Incident.Linger(Duration.ZERO, minutes(20), 5, minutes(2)),
            new Incident.Disconnect(minutes(9), minutes(1)));
  }

  @Test
  void waterRockProbesAndPeopleHaveTheirWords() {
    Script script =
        ScriptText.parse(
            List.of(
                "after 4m calibrate T1 for 2m shows 2.0",
                "after 4m freeze T2 for 30m",
                "after 2m rain 60 for 8m",
                "after 2m slide GP-01 from 8 failing 7m for 6m",
                "after 0s stand for 10h",
                "after 3m absent 1 for 10m",
                "after 3m distress 4 for 1m"));

    assertThat(script.incidents())
        .containsExactly(
            new Incident.Mask(minutes(4), minutes(2), new PointId("T1"), 2, Quality.CALIBRATION),
            new Incident.Freeze(minutes(4), minutes(30), new PointId("T2")),
            new Incident.Rain(minutes(2), minutes(8), 60),
            new Incident.Slide(minutes(2), minutes(6), new PointId("GP-01"), 8, minutes(7)),
            new Incident.Stand(Duration.ZERO, minutes(600)),
            new Incident.Absent(minutes(3), minutes(10), 1),
            new Incident.Distress(minutes(3), minutes(1), 4));
  }

  @Test
  void cardsAwayFromTheirOwnersAndWildValuesHaveTheirWords() {
    Script script =
        ScriptText.parse(
            List.of(
                "after 5m pace 3 to pump-room every 18m for 3h",
                "after 5m carry 5 by 3 for 3h",
                "after 5m copy 4 at face for 90s",
                "after 5m hang 4 at face for 30m",
                "after 20m spike T1 to 3.9 for 20s"));

    assertThat(script.incidents())
        .containsExactly(
            new Incident.Pace(minutes(5), minutes(180), 3, new ZoneId("pump-room"), minutes(18)),
            new Incident.Carry(minutes(5), minutes(180), 5, 3),
            new Incident.Copy(minutes(5), Duration.ofSeconds(90), 4, new ZoneId("face")),
            new Incident.Hang(minutes(5), minutes(30), 4, new ZoneId("face")),
            new Incident.Spike(minutes(20), Duration.ofSeconds(20), new PointId("T1"), 3.9));
    assertThat(script.unknownTo(ModelPlan.PLAN))
        .containsExactly("zone pump-room", "zone face", "zone face", "point T1");
  }

  @ParameterizedTest
  @CsvSource({
    "after 1m pace 3 to face every 0s for 3h,turns",
    "after 1m carry 3 by 3 for 3h,own card",
    "after 1m copy 0 at face for 3m,starts at 1",
    "after 1m spike T1 to NaN for 20s,finite",
    "after 45s explode T1,no such incident",
    "after 45s drive T1 to 1.8 within 40s,line 1",
    "after 45s drive T1 to NaN within 40s hold 4m fall 90s,finite",
    "after soon hush 3 for 5m,line 1",
    "after 1m hush 0 for 5m,starts at 1",
    "after 1m hush 3 for 5m and more,too many words",
    "after 1m rain 0 for 5m,above 0",
    "after 1m slide GP-01 from 8 failing 7m for 7m,before it fails",
    "after 1m cut T1 for 3m as BROKEN,BROKEN"
  })
  void whatIsNotUnderstoodIsRefusedWithItsLine(String line, String message) {
    assertThatThrownBy(() -> ScriptText.parse(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining(message);
  }

  @Test
  void anIncidentThatOutlastsItsRoundIsRefused() {
    assertThatThrownBy(() -> ScriptText.parse(List.of("round 1m", "after 50s hush 1 for 20s")))
        .hasMessageContaining("PT1M10S");
  }

  @Test
  void aRoundBeginsAnew() {
    Script script = ScriptText.parse(List.of("round 10m", "after 1m hush 1 for 1m"));

    assertThat(script.active(Incident.Hush.class, minutes(1))).hasSize(1);
    assertThat(script.active(Incident.Hush.class, minutes(2))).isEmpty();
    assertThat(script.active(Incident.Hush.class, minutes(31))).hasSize(1);
    assertThat(script.active(Incident.Cut.class, minutes(31))).isEmpty();
  }

  @Test
  void theDemoSpeaksOnlyOfWhatTheDemoMineHas() {
    assertThat(Scripts.demo().unknownTo(ModelPlan.PLAN)).isEmpty();
    assertThat(Scripts.demo().round()).isEqualTo(minutes(20));
  }

  @Test
  void whatThePlanDoesNotHaveIsNamed() {
    Script script =
        ScriptText.parse(
            List.of("after 0s mask T9 for 1s shows 0", "after 0s crowd z9 for 1s people 1"));

    assertThat(script.unknownTo(ModelPlan.PLAN)).containsExactly("point T9", "zone z9");
  }

  private static Incident.Drive drive(String point, Incident.Until until) {
    return new Incident.Drive(
        Duration.ofSeconds(45),
        new PointId(point),
        1.8,
        Duration.ofSeconds(40),
        minutes(4),
        until,
        Duration.ofSeconds(90));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
