package io.minewatch.alerting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.evidence.Readings.Hour;
import io.minewatch.alerting.evidence.Readings.Proof;
import io.minewatch.alerting.evidence.Readings.Reading;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.ledger.Fault;
import io.minewatch.alerting.ledger.Merkle;
import io.minewatch.alerting.root.Compared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever makes a pack can neither leave out readings between others nor call proven unproven. */
class ReadingsCheckTest {
  private static final String MINE = "140921021337";
  private static final Instant HOUR = Instant.parse("2026-03-01T08:00:00Z");
  private static final int COUNT = 7;
  private static final List<String> TEXTS =
      IntStream.range(0, COUNT).mapToObj(i -> bare(i).text()).toList();
  private static final Merkle TREE = Merkle.of(TEXTS);

  private static Reading bare(int i) {
    return new Reading("T1", HOUR.plusSeconds(i), 0.1 * i, "GOOD", i, List.of());
  }

  private static Reading proven(int i) {
    return new Reading("T1", HOUR.plusSeconds(i), 0.1 * i, "GOOD", i, TREE.path(i));
  }

  private static List<Reading> some(int... which) {
    return IntStream.of(which).mapToObj(ReadingsCheckTest::proven).toList();
  }

  private static Hour hour(Proof proof, long row, int count, List<Reading> readings) {
    return new Hour("METHANE", "%", HOUR, proof, row, count, 0, null, readings);
  }

  private static @Nullable Fault check(String told, Hour... hours) {
    String content = told.isEmpty() ? "{}" : "{\"METHANE\":\"" + told + "\"}";
    Entry row =
        new Entry(5, "", MINE, "DATA_ROOT", HOUR.toString(), 0, "system", "DataRoot", content);
    return ReadingsCheck.of(new Readings(MINE, "", List.of(hours)), Map.of(5L, row));
  }

  private static @Nullable Fault check(Hour... hours) {
    return check(COUNT + " " + TREE.root(), hours);
  }

  /** Who carries a pack away must not call an altered hour a clean one. */
  @Test
  void whatTheRowSaysOfTheComparisonCannotBeLeftOut() {
    String content = "{\"METHANE\":\"%s\",\"METHANE.compared\":\"DIFFERS\"}";
    Entry row =
        new Entry(
            5,
            "",
            MINE,
            "DATA_ROOT",
            HOUR.toString(),
            0,
            "system",
            "DataRoot",
            content.formatted(COUNT + " " + TREE.root()));
    for (Compared each : Compared.values()) {
      Hour hour = new Hour("METHANE", "%", HOUR, Proof.DOUBTED, 5, COUNT, 0, each, some(1));
      Fault fault = ReadingsCheck.of(new Readings(MINE, "", List.of(hour)), Map.of(5L, row));
      assertThat(fault == null).isEqualTo(each == Compared.DIFFERS);
    }
    Hour proven =
        new Hour("METHANE", "%", HOUR, Proof.PROVEN, 5, COUNT, 0, Compared.DIFFERS, some(1));
    assertThat(ReadingsCheck.of(new Readings(MINE, "", List.of(proven)), Map.of(5L, row)))
        .asString()
        .contains("something else");
  }

  @Test
  void aRunOfReadingsIsProven() {
    assertThat(check(hour(Proof.PROVEN, 5, COUNT, some(2, 3, 4)))).isNull();
    assertThat(check("", hour(Proof.PROVEN, 5, 0, List.of()))).isNull();
  }

  @Test
  void whatIsLeftOutOrThereTwiceIsNamed() {
    for (List<Reading> each : List.of(some(2, 4), some(2, 2), some(3, 2))) {
      assertThat(check(hour(Proof.PROVEN, 5, COUNT, each))).asString().contains("left out");
    }
    Hour whole = hour(Proof.PROVEN, 5, COUNT, some(1));
    assertThat(check(whole, whole)).asString().contains("twice");
    assertThat(check(hour(Proof.PROVEN, 5, 0, List.of()))).asString().contains("another number");
    assertThat(check("", hour(Proof.PROVEN, 5, 3, List.of())))
        .asString()
        .contains("another number");
    List<Reading> tooMany = new ArrayList<>(some(0, 1, 2, 3, 4, 5, 6));
    tooMany.add(proven(6));
    assertThat(check(hour(Proof.PROVEN, 5, COUNT, tooMany))).asString().contains("another number");
  }

  @Test
  void noLabelSwitchesTheProofOffWhereTheRowIsThere() {
    assertThat(check(hour(Proof.NO_ROOT, 0, COUNT, some(1)))).isNotNull();
    assertThat(check(hour(Proof.NO_ROOT, 5, COUNT, some(1)))).asString().contains("has a root");
    assertThat(check(hour(Proof.CHANGED, 0, COUNT, some(1)))).isNotNull();
    assertThat(check(hour(Proof.NOT_MADE, 5, COUNT, some(1))))
        .asString()
        .contains("something else");
    String leftOut = DataRoots.LEFT_OUT + "more than 3 readings";
    assertThat(check(leftOut, hour(Proof.NOT_MADE, 5, COUNT, some(1)))).isNull();
    assertThat(check(leftOut, hour(Proof.CHANGED, 5, COUNT, some(1)))).isNotNull();
    assertThat(check(leftOut, hour(Proof.PROVEN, 5, COUNT, some(1)))).isNotNull();
    assertThat(check(hour(Proof.CHANGED, 5, COUNT + 1, some(1)))).as("cannot be told").isNull();
  }
}
