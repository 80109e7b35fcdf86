package io.minewatch.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.standalone.doctor.Finding.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fact that can be seen, and what is said of it. */
class FactTest {
  private static final Instant NOW = Instant.parse("2026-11-29T11:00:00Z");
  private static final long GIB = 1L << 30;
  private static final String MINE = "140921021337";

  private static final Duration CANARY = Duration.ofMinutes(3);

  private static Arguments row(Fact fact, Level level, String words) {
    return Arguments.of(fact, level, words);
  }

  private static LineFact.Certificate certificate(String until, String host) {
    return new LineFact.Certificate(
        "ssl://b:8883",
        NOW,
        Instant.parse(until),
        host,
        new LineFact.Certificate.Names(List.of("broker.mine", "*.county.cn")));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        row(new MachineFact.JavaAt(17, 4, GIB, 8 * GIB), Level.GOOD, "Java 17"),
        row(new MachineFact.JavaAt(11, 1, GIB, 8 * GIB), Level.WRONG, "Java 17 or later"),
        row(new MachineFact.JavaAt(21, 8, GIB, 8 * GIB), Level.WRONG, "give less heap"),
        row(new MachineFact.Disk("/d", true, 2 * GIB), Level.GOOD, "2048 MiB free"),
        row(new MachineFact.Disk("/d", true, 2 * GIB - 1), Level.LOOK, "make room"),
        row(new MachineFact.Disk("/d", true, 100 << 20), Level.WRONG, "make room now"),
        row(new MachineFact.Disk("/d", false, 0), Level.WRONG, "the folder is not there"),
        row(new MachineFact.Secret("/s", "rw-------", false), Level.GOOD, "rw-------"),
        row(new MachineFact.Secret("/s", "rw-r--r--", true), Level.GOOD, "rw-r--r--"),
        row(new MachineFact.Secret("/s", "rw-r-----", false), Level.WRONG, "chmod 600 /s"),
        row(new MachineFact.Secret("/s", null, true), Level.WRONG, "it is not there"),
        row(new MachineFact.Clock("x", Duration.ofMillis(-2_000)), Level.GOOD, "-2000 ms"),
        row(new MachineFact.Clock("x", Duration.ofMillis(2_001)), Level.WRONG, "NTP"),
        row(new ProgramFact.Settings("broker", null), Level.GOOD, "read"),
        row(new ProgramFact.Settings("broker", "port: no"), Level.WRONG, "port: no"),
        row(new ProgramFact.Rules("r", 9, null), Level.GOOD, "9 regulations"),
        row(new ProgramFact.Rules("r", 0, "x.yaml"), Level.WRONG, "x.yaml"),
        row(new ProgramFact.Unseen("x", "far away"), Level.LOOK, "far away"),
        row(new ProgramFact.Running("alerting", null), Level.GOOD, "runs"),
        row(new ProgramFact.Running("alerting", "it does not run"), Level.WRONG, "start it"),
        row(new ProgramFact.Schema("d", "61", 0, null), Level.GOOD, "schema 61"),
        row(new ProgramFact.Schema("d", "60", 1, null), Level.LOOK, "restart alerting"),
        row(new ProgramFact.Schema("d", null, 0, null), Level.WRONG, "start alerting once"),
        row(new ProgramFact.Schema("d", null, 0, "refused"), Level.WRONG, "refused"),
        row(new ProgramFact.Ledger("d", 7, null), Level.GOOD, "newest 7 rows"),
        row(new ProgramFact.Ledger("d", 7, "row 3: gone"), Level.WRONG, "ALTERED: row 3"),
        row(new ProgramFact.Store("s", null), Level.GOOD, "takes lines"),
        row(new ProgramFact.Store("s", "401"), Level.WRONG, "401"),
        row(new ProgramFact.Job("judge", seconds(30), seconds(1)), Level.GOOD, "30 s old"),
        row(new ProgramFact.Job("judge", seconds(31), seconds(1)), Level.WRONG, "31 s old"),
        row(new ProgramFact.Job("archive", seconds(40), seconds(2)), Level.GOOD, "40 s old"),
        row(new ProgramFact.Job("archive", null, seconds(2)), Level.WRONG, "no checkpoint"),
        row(new ProgramFact.Canary(180, CANARY), Level.GOOD, "180 s ago"),
        row(new ProgramFact.Canary(181, CANARY), Level.WRONG, "look at broker, judge job"),
        row(new ProgramFact.Canary(1, null), Level.LOOK, "how old it may be"),
        row(new LineFact.Door("x", "tcp://a:1", null), Level.GOOD, "answers"),
        row(new LineFact.Door("x", "tcp://a:1", "refused"), Level.WRONG, "tcp://a:1: refused"),
        row(new LineFact.SignIn("judge", "tcp://a:1", null), Level.GOOD, "at tcp://a:1"),
        row(new LineFact.SignIn("judge", "tcp://a:1", "not authorized"), Level.WRONG, "password"),
        row(certificate("2027-11-29T11:00:00Z", "broker.mine"), Level.GOOD, "valid until"),
        row(certificate("2027-11-29T11:00:00Z", "b.county.cn"), Level.GOOD, "valid until"),
        row(certificate("2027-11-29T11:00:00Z", null), Level.GOOD, "valid until"),
        row(certificate("2026-12-29T10:59:59Z", null), Level.LOOK, "renew it"),
        row(certificate("2026-11-29T11:00:00Z", null), Level.WRONG, "nobody can connect"),
        row(certificate("2027-11-29T11:00:00Z", "10.0.0.7"), Level.WRONG, "called by 10.0.0.7"),
        row(new MineFact.PlanOf(MINE, 3, 3, 3, 3), Level.GOOD, "version 3"),
        row(new MineFact.PlanOf(MINE, 4, 4, 4, 0), Level.GOOD, "version 4"),
        row(new MineFact.PlanOf(MINE, -1, -1, 4, 4), Level.GOOD, "version 4"),
        row(new MineFact.PlanOf(MINE, 3, 4, 4, 4), Level.GOOD, "version 4"),
        row(new MineFact.PlanOf(MINE, 4, 4, 0, 0), Level.WRONG, "the broker has none"),
        row(new MineFact.PlanOf(MINE, 5, 5, 4, 4), Level.WRONG, "has not got the newer one"),
        row(new MineFact.PlanOf(MINE, 3, 3, 3, 5), Level.WRONG, "an older one was put back"),
        row(new MineFact.PlanOf(MINE, 4, 4, 4, 3), Level.WRONG, "judging goes by 3"),
        row(new MineFact.Heard(MINE, seconds(60)), Level.GOOD, "60 s old"),
        row(new MineFact.Heard(MINE, seconds(61)), Level.WRONG, "stands still"),
        row(new MineFact.Heard(MINE, null), Level.WRONG, "there is none"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isSaidWithWhatToDo(Fact fact, Level level, String words) {
    Finding finding = fact.finding();
    assertThat(finding.level()).as(finding.toString()).isEqualTo(level);
    assertThat(finding.found() + " " + finding.act()).contains(words);
    assertThat(finding.act().isEmpty()).as(finding.toString()).isEqualTo(level == Level.GOOD);
  }

  @Test
  void noKindIsLeftOut() {
    Set<Class<?>> seen = new HashSet<>();
    rows().forEach(row -> seen.add(row.get()[0].getClass()));
    Deque<Class<?>> left = new ArrayDeque<>(List.of(Fact.class));
    while (!left.isEmpty()) {
      Class<?> kind = left.pop();
      if (kind.isSealed()) {
        left.addAll(List.of(kind.getPermittedSubclasses()));
      } else {
        assertThat(seen).contains(kind);
      }
    }
  }

  @Test
  void whatIsGoodOfManyMinesIsOneRowAndTheWorstStandsFirst() {
    Report report =
        Report.of(
            List.of(
                new MineFact.PlanOf("140921021337", 1, 1, 1, 1),
                new MineFact.PlanOf("150921021337", 1, 1, 1, 1),
                new MineFact.PlanOf("160921021337", 1, 1, 0, 0),
                new ProgramFact.Unseen("clock", "no summary")));
    assertThat(report.isWrong()).isTrue();
    assertThat(report.table())
        .startsWith("WRONG  plan of 160921021337  the broker has none")
        .containsSubsequence("-> start alerting", "LOOK ", "GOOD ", "and 1 more")
        .endsWith("1 wrong, 1 to look at, 2 good" + System.lineSeparator());
    assertThat(Report.of(List.of(new ProgramFact.Unseen("x", "y"))).isWrong()).isFalse();
  }
}
