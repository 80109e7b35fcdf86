package io.minewatch.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.bench.oracle.Oracle;
import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.script.Pace;
import io.minewatch.domain.finding.FindingKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
  private static final long START = 1_767_225_600_000L;

  private static Workload workload(int times) {
    return new Workload(Mix.paced(7, 20, new Mix.Share(30, 240), new Pace(times)))
        .startingAt(START);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void everyGatewaySpeaksOnceInEachPeriodInOrderOfTimeAndSomeTwice(int times) {
    Workload workload = workload(times);
    Timetable timetable = new Timetable(workload);
    Set<String> sent = new HashSet<>();
    int again = 0;
    long before = 0;
    long end = 10 * workload.mix().pace().cycleMillis() * 1_000;
    for (Timetable.Departure each = timetable.next();
        each.micros() < end;
        each = timetable.next()) {
      assertThat(each.micros()).isGreaterThanOrEqualTo(before);
      before = each.micros();
      again += sent.add(each.gateway().topic() + "#" + each.cycle()) ? 0 : 1;
    }

    long gateways =
        workload.mines().stream()
            .flatMap(mine -> mine.gateways().stream())
            .filter(gateway -> !gateway.isPositions())
            .count();
    assertThat(sent.stream().filter(each -> each.contains("/readings#")))
        .hasSize((int) gateways * 10);
    assertThat(again).isPositive();
  }

  @Test
  void aReadingIsStampedWithTheSecondInWhichItsMessageLeaves() {
    Timetable timetable = new Timetable(workload(1));
    for (int i = 0; i < 500; i++) {
      Timetable.Departure each = timetable.next();
      if (!each.gateway().isPositions()) {
        String text = new String(Timetable.parcel(each, START).payload(), StandardCharsets.UTF_8);
        long stamped = Long.parseLong(text.replaceAll("(?s).*?\"bt\":([0-9]+).*", "$1"));

        assertThat(stamped).isEqualTo((START + each.micros() / 1_000) / 1_000);
      }
    }
  }

  @Test
  void theOracleOfSomeCyclesEndsWithThem() {
    Workload workload = workload(1);
    List<Told> all = Oracle.expected(workload, 1);
    List<Told> half = Oracle.expectedOfCycles(workload, 12);

    assertThat(half).isNotEmpty().hasSizeLessThan(all.size()).isSubsetOf(all);
    assertThat(Oracle.expectedOfCycles(workload, 60)).containsAll(all);
  }

  @Test
  void whenTheMessageOfAFaultLeavesCanBeTold() {
    Workload workload = workload(1);
    Timetable timetable = new Timetable(workload);
    Map<String, Long> due = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      Timetable.Departure each = timetable.next();
      each.gateway()
          .points()
          .forEach(
              point ->
                  due.putIfAbsent(
                      each.gateway().topic().split("/", -1)[2] + point.name() + each.cycle(),
                      each.micros()));
    }
    for (Told told : Oracle.expectedOfCycles(workload, 8)) {
      if (told.kind() == FindingKind.OPENED) {
        long micros = timetable.dueMicros(told.mine(), told.point(), told.measuredMillis(), START);
        long cycle = micros / (workload.mix().pace().cycleMillis() * 1_000);

        assertThat(due).containsEntry(told.mine() + told.point() + cycle, micros);
      }
    }
  }
}
