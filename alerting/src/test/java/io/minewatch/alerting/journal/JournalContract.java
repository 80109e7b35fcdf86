package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.chain.Due;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must keep; one small subclass each. */
abstract class JournalContract {
  static final Instant T = Instant.parse("2026-01-01T00:00:00.123456Z");
  Database database;

  abstract Database open();

  @BeforeEach
  void start() {
    database = open();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private static List<Event> events() throws Exception {
    Finding finding = Messages.read(Samples.bytes("finding-blind.json"), Finding.class);
    return List.of(
        new Event.Opened(T, "i-1", new MineCode(Samples.MINE), false, T),
        new Event.FindingNoted(T, finding, Event.Ground.UNDERGROUND),
        new Event.Warned(T, Severity.RED, new Due(Due.What.CALL, T.plusSeconds(30), 1)));
  }

  @Test
  void givesBackWhatWasWrittenAfterOpeningAgain() throws Exception {
    List<Event> events = events();
    database.write(
        () -> {
          new Journal(database).append("i-1", events);
          new IncidentRows(database).save(Fold.replay(events));
          return true;
        });
    database.close();
    database = open();
    assertThat(new Journal(database).events("i-1")).isEqualTo(events);
    Incident incident = new Journal(database).incident("i-1");
    assertThat(incident).isEqualTo(Fold.replay(events));
    IncidentRows rows = new IncidentRows(database);
    assertThat(rows.due(T.plusSeconds(30), 10)).isEmpty(); // rounded up: never too early
    assertThat(rows.due(T.plusSeconds(31), 10)).containsExactly("i-1");
    assertThat(new Journal(database).firstAltered()).isZero();
  }

  @Test
  void namesTheFirstAlteredRow() throws Exception {
    List<Event> events = events();
    database.write(
        () -> {
          new Journal(database).append("i-1", events);
          return true;
        });
    database
        .client()
        .sql("update journal set body = replace(body, 'RED', 'BLUE') where n = 3")
        .update();
    assertThat(new Journal(database).firstAltered()).isEqualTo(3);
  }

  @Test
  void keepsAFactOnceAndAStepWhollyOrNotAtAll() throws Exception {
    Finding finding = Messages.read(Samples.bytes("finding-opened.json"), Finding.class);
    FindingRows rows = new FindingRows(database);
    assertThat(database.write(() -> rows.keep(finding))).isTrue();
    assertThat(database.write(() -> rows.keep(finding))).isFalse();
    assertThat(rows.facts(finding.id())).containsExactly(finding);
    List<Event> events = events();
    assertThatThrownBy(
            () ->
                database.write(
                    () -> {
                      new Journal(database).append("i-1", events);
                      throw new IllegalStateException("power cut");
                    }))
        .hasMessage("power cut");
    assertThat(new Journal(database).events("i-1")).isEmpty();
  }

  @Test
  void aFactThatAReplayNumbersOtherwiseIsTheSameFact() throws Exception {
    FindingRows rows = new FindingRows(database);
    Finding blind = Messages.read(Samples.bytes("finding-blind.json"), Finding.class);
    String again =
        new String(Samples.bytes("finding-blind.json"), StandardCharsets.UTF_8)
            .replace("\"fact\": 2", "\"fact\": 1")
            .replace("00:01:40.100Z", "00:02:10.000Z");
    Finding renumbered = Messages.read(again.getBytes(StandardCharsets.UTF_8), Finding.class);

    assertThat(renumbered.fact()).isEqualTo(1);
    assertThat(database.write(() -> rows.keep(blind))).isTrue();
    assertThat(database.write(() -> rows.keep(renumbered))).isFalse();
  }
}
