package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.journal.IncidentRows.Place;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every database must keep; one small subclass each. */
abstract class JournalContract extends AccidentContract {
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
    assertThat(rows.due(T.plusSeconds(31), 10))
        .extracting(IncidentRows.Owed::incident)
        .containsExactly("i-1");
    assertThat(check()).isNull();
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
  void aKeyIsMadeOnceByWhoeverIsFirstAndOutlivesTheProcess() {
    KeyRows first = new KeyRows(database);
    assertThat(database.write(() -> first.keep("cards", "a"))).isEqualTo("a");
    assertThat(database.write(() -> new KeyRows(database).keep("cards", "b"))).isEqualTo("a");
    database.close();
    database = open();
    assertThat(database.write(() -> new KeyRows(database).keep("cards", "c"))).isEqualTo("a");
  }

  @Test
  void instancesTellOfThemselvesUntilTheyEnd() {
    InstanceRows rows = new InstanceRows(database);
    database.write(
        () -> {
          rows.tell("a", InstanceRows.Line.DOWN);
          rows.tell("b", InstanceRows.Line.UP);
          rows.tell("a", InstanceRows.Line.UP);
          return true;
        });
    assertThat(rows.all())
        .containsExactly(
            new InstanceRows.Row("a", 1, InstanceRows.Line.UP),
            new InstanceRows.Row("b", 0, InstanceRows.Line.UP));
    database.write(
        () -> {
          rows.remove("a");
          return true;
        });
    assertThat(rows.all()).extracting(InstanceRows.Row::name).containsExactly("b");
  }

  @Test
  void proofsOfNumbersGoAlongAndThoseThatAreThereStand() {
    RosterRows rows = new RosterRows(database);
    database.write(
        () -> {
          rows.proved("14/1", "a", "1", T, "x");
          rows.proved("14/1", "b", "2", T, "x");
          rows.proved("15/1", "b", "2", T.plusSeconds(9), "y");
          rows.moveProofs("14/1", "15/1");
          return true;
        });
    assertThat(rows.proofs("14/1")).isEmpty();
    assertThat(rows.proofs("15/1"))
        .containsOnly(Map.entry("a 1", T), Map.entry("b 2", T.plusSeconds(9)));
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

  @Test
  void listsPageByPageWithoutALossOrADoubleAndOnlyOfTheGivenMines() {
    List<String> mines = List.of("140000000001", "140000000002", "150000000001");
    Severity[] severities = Severity.values();
    for (int i = 0; i < 60; i++) {
      insert(
          "i-" + (100 + i * 37 % 60),
          mines.get(i % 3),
          T.plusSeconds(i / 7), // several open at the same instant
          severities[i % severities.length],
          i % 5);
    }
    IncidentRows rows = new IncidentRows(database);
    List<String> ours = mines.subList(0, 2);
    List<Place> worst = pages(after -> rows.worst(ours, after, 7));
    assertThat(worst).hasSize(32).doesNotHaveDuplicates();
    assertThat(worst)
        .isSortedAccordingTo(
            Comparator.comparing(Place::rank)
                .reversed()
                .thenComparing(Place::opened)
                .thenComparing(Place::id));
    List<Place> newest = pages(after -> rows.newest(ours, after, 7));
    assertThat(newest).hasSize(40).doesNotHaveDuplicates();
    assertThat(newest)
        .isSortedAccordingTo(
            Comparator.comparing(Place::opened).reversed().thenComparing(Place::id));
    assertThat(rows.worst(List.of(), null, 7)).isEmpty();
    assertThat(Place.parse(worst.get(3).toString())).isEqualTo(worst.get(3));
    assertThatThrownBy(() -> Place.parse("1~2")).isInstanceOf(IllegalArgumentException.class);
  }

  /** A closed incident where the last digit is zero. */
  private void insert(String id, String mine, Instant opened, Severity severity, int open) {
    database.write(
        () ->
            database
                .client()
                .sql("insert into incident values (?, ?, ?, 'CALLED', ?, ?)")
                .params(id, mine, opened.toString(), severity.name(), open == 0 ? 0 : 1)
                .update());
  }

  private static List<Place> pages(Function<Place, List<Place>> page) {
    List<Place> all = new ArrayList<>();
    for (List<Place> next = page.apply(null); !next.isEmpty(); ) {
      all.addAll(next);
      next = page.apply(next.get(next.size() - 1));
    }
    return all;
  }
}
