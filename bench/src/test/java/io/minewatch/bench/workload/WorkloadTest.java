package io.minewatch.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.bench.engine.Envelopes;
import io.minewatch.bench.script.Calendar;
import io.minewatch.bench.script.Fault;
import io.minewatch.bench.script.PointKind;
import io.minewatch.bench.script.Rulebook;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static final long START = 1_767_225_600_000L;
  private static final Mix MIX = Mix.national(7, 4, START);
  private static final Workload WORKLOAD = new Workload(MIX);

  private static List<Parcel> parcels(Workload workload) {
    List<Parcel> all = new ArrayList<>();
    Cursor cursor = workload.messages(0, Calendar.PERIOD_TICKS);
    for (Parcel parcel = cursor.next(); parcel != null; parcel = cursor.next()) {
      all.add(parcel);
    }
    return all;
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    List<Parcel> once = parcels(WORKLOAD);
    List<Parcel> again = parcels(new Workload(MIX));

    assertThat(again).hasSameSizeAs(once);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).topic()).isEqualTo(once.get(i).topic());
      assertThat(Arrays.equals(again.get(i).payload(), once.get(i).payload())).isTrue();
    }
  }

  @Test
  void anotherSeedGivesOtherMines() {
    Workload other = new Workload(Mix.national(8, 4, START));

    assertThat(other.mines().get(0).plan()).isNotEqualTo(WORKLOAD.mines().get(0).plan());
  }

  @Test
  void theProductReadsEveryMessageAndFindsEveryPointInThePlan() throws Exception {
    Map<String, Set<String>> points = new HashMap<>();
    for (Mine mine : WORKLOAD.mines()) {
      Set<String> names = new HashSet<>();
      mine.plan().points().forEach(point -> names.add(point.id().value()));
      points.put(mine.code(), names);
    }
    ReadingBatch batch = new ReadingBatch();
    for (Parcel parcel : parcels(WORKLOAD)) {
      Topic topic = Objects.requireNonNull(Topic.parse(parcel.topic()));
      if (parcel.isPositions()) {
        List<String> refused = new ArrayList<>();
        List<Fix> fixes = Positions.read(parcel.payload(), refused);
        assertThat(refused).isEmpty();
        assertThat(fixes).hasSize(parcel.size());
      } else {
        Senml.read(Envelopes.of(parcel), topic, batch);
        assertThat(batch.size()).isEqualTo(parcel.size());
        for (int i = 0; i < batch.size(); i++) {
          assertThat(points.get(topic.mine().value())).contains(batch.point(i));
        }
      }
    }
  }

  @Test
  void aStampedMessageTellsItsOwnTime() throws Exception {
    ReadingBatch batch = new ReadingBatch();
    Mine mine = WORKLOAD.mines().get(0);
    Gateway gateway = mine.gateways().get(mine.gateways().size() - 1);
    Topic topic = Objects.requireNonNull(Topic.parse(gateway.topic()));

    Senml.read(Envelopes.of(gateway.parcel(100, START, START)), topic, batch);

    long expected = START + 100 * Calendar.CYCLE_MILLIS + gateway.skewMillis();
    assertThat(batch.measuredMillis(0)).isEqualTo(expected);
  }

  @Test
  void minesAreAsLargeAsTheNationsOnAverage() {
    Workload many = new Workload(new Mix(1, 400, 180, 240, 30, 60, 1, START, Mix.Alarms.REALISTIC));

    assertThat(many.points() / 400.0).isBetween(160.0, 200.0);
    assertThat(many.tags() / 400.0).isBetween(215.0, 265.0);
  }

  @Test
  void allIsWellWhereTheScriptIsSilent() {
    for (PointKind kind : PointKind.values()) {
      for (LimitRule rule : Rulebook.rules()) {
        if (kind.rules().contains(rule.id())) {
          for (int side : new int[] {-1, 1}) {
            int edge = kind.mean() + side * PointKind.QUIET_SPREADS * kind.spread();
            assertThat(rule.restored(edge / 100.0)).as("%s at %s", rule.id(), edge).isTrue();
          }
        }
      }
    }
  }

  @Test
  void everyPeriodHasFaultsAndALastWordAtEachMine() {
    for (Mine mine : WORKLOAD.mines()) {
      assertThat(mine.faults()).extracting(Fault::cycle).contains(Calendar.LAST_WORD);
    }
  }

  @Test
  void someMessagesComeTwiceAndSomeOvertakeOthers() {
    Map<String, Long> last = new HashMap<>();
    int again = 0;
    int overtaken = 0;
    Set<String> seen = new HashSet<>();
    for (Parcel parcel : parcels(new Workload(Mix.national(7, 20, START)))) {
      boolean isNew = seen.add(parcel.topic() + "#" + parcel.sequence());
      boolean isOlder = parcel.sequence() < last.getOrDefault(parcel.topic(), -1L);
      again += isNew ? 0 : 1;
      overtaken += isNew && isOlder ? 1 : 0;
      last.merge(parcel.topic(), parcel.sequence(), Math::max);
    }

    assertThat(again).isPositive();
    assertThat(overtaken).isPositive();
  }

  @Test
  void aPlanFitsItsMessage() throws Exception {
    for (Mine mine : WORKLOAD.mines()) {
      assertThat(Messages.read(Messages.write(mine.plan()), Plan.class)).isEqualTo(mine.plan());
    }
  }
}
