package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.count.Counters;
import io.minewatch.alerting.journal.DataRootRows.Doubts;
import io.minewatch.alerting.journal.DataRootRows.Due;
import io.minewatch.alerting.journal.StepRows.Occasion;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every database must keep of the steps that count, and of data roots. */
abstract class ChainRowsContract extends CallRowsContract {
  private static final Instant HOUR = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MONTH = Duration.ofDays(31);

  @Test
  void whoWasWithdrawnCountsInThePeriodThatFirstProvedIt() {
    StepRows rows = new StepRows(database);
    Incident ten = counted(opened("i-1", false), 10);
    Event.Emptied emptied = new Event.Emptied(AT);
    Incident twelve = counted(Fold.evolve(ten, emptied), 12);
    Instant february = AT.plus(MONTH);
    write(
        () -> {
          rows.keep(ten, emptied);
          rows.keep(ten, emptied); // read again after a halt
          rows.keep(twelve, new Event.Emptied(february));
          rows.keep(counted(opened("i-2", true), 3), emptied);
        });
    assertThat(withdrawn(AT, february, Occasion.REAL)).as("in January").isEqualTo(10);
    assertThat(withdrawn(february, february.plus(MONTH), Occasion.REAL)).isEqualTo(2);
    assertThat(withdrawn(AT, february.plus(MONTH), Occasion.REAL)).as("in all").isEqualTo(12);
    assertThat(withdrawn(AT, february, Occasion.DRILL)).isEqualTo(3);
    assertThat(rows.of("i-1")).extracting(each -> each.step().people()).containsExactly(10, 12);
    assertThat(rows.ofAll(List.of("i-1", "i-2"))).containsOnlyKeys("i-1", "i-2");
    assertThat(rows.between(List.of(), AT, february, Occasion.REAL)).isEmpty();
    assertThat(rows.withdrawals(MINE)).as("none has a time").isEmpty();
  }

  private int withdrawn(Instant from, Instant to, Occasion occasion) {
    return Counters.of(new StepRows(database).between(List.of(MINE), from, to, occasion))
        .withdrawn();
  }

  private static Incident opened(String id, boolean drill) {
    return Incident.of(new Event.Opened(AT, id, new MineCode(MINE), drill, AT));
  }

  /** A head count for an order has listed so many. */
  private static Incident counted(Incident before, int people) {
    OrderMuster count = new OrderMuster(new OrderId("o-1"), people, List.of(), null, null);
    return Fold.evolve(
        before, new Event.HeadCounted(AT, new Event.Proof(AT, AT, 1, List.of(count))));
  }

  @Test
  void anHourIsLookedAtByOneUntilItIsOldAndTellsItsDoubts() {
    DataRootRows rows = new DataRootRows(database);
    Instant next = HOUR.plus(Duration.ofHours(1));
    long first = row("first");
    write(
        () -> {
          rows.keep(MINE, HOUR, first, new Doubts(null, null));
          rows.keep(MINE, next, row("next"), new Doubts("METHANE 1/2", "CO"));
        });
    Due due = new Due(MINE, HOUR, HOUR);
    assertThat(rows.longestNotLooked()).isEqualTo(due);
    assertThat(database.write(() -> rows.looks(due, AT))).isTrue();
    assertThat(database.write(() -> rows.looks(due, AT))).as("another was ahead").isFalse();
    write(() -> rows.looks(new Due(MINE, HOUR, AT), next.plusSeconds(1)));
    assertThat(rows.longestNotLooked()).isEqualTo(new Due(MINE, next, next));
    assertThat(rows.doubts(MINE, HOUR)).isEqualTo(new Doubts(null, null));
    assertThat(rows.doubts(MINE, next.plusSeconds(9))).isNull();
    assertThat(rows.altered(HOUR)).containsExactly(MINE + " " + next + " METHANE 1/2");
    assertThat(rows.altered(MINE, HOUR)).isNull();
    assertThat(rows.unseen(HOUR)).containsExactly(MINE + " " + next + " 1");

    long compared = row("compared");
    write(() -> rows.checked(MINE, HOUR, compared, new Doubts("METHANE 0/1", null)));
    assertThat(rows.altered(MINE, HOUR)).isEqualTo("METHANE 0/1");
    assertThat(seq(rows.find(MINE, HOUR))).isEqualTo(first);
    assertThat(seq(rows.compared(MINE, HOUR))).isEqualTo(compared);
    long later = row("later");
    write(() -> rows.replace(MINE, HOUR, later));
    assertThat(seq(rows.find(MINE, HOUR))).isEqualTo(later);
    assertThat(seq(rows.compared(MINE, HOUR))).as("of the roots themselves").isEqualTo(later);
    assertThat(rows.made(MINE, next)).isEqualTo(Set.of(next));
    assertThat(rows.newest(MINE)).isEqualTo(next);

    assertThat(database.write(() -> rows.endLooks(next.plusSeconds(1), 1))).isEqualTo(1);
    assertThat(database.write(() -> rows.endLooks(next.plusSeconds(1), 9))).isEqualTo(1);
    assertThat(rows.longestNotLooked()).as("nobody looks any more").isNull();
    assertThat(database.write(() -> rows.endLooks(next.plusSeconds(1), 9))).isZero();
  }

  private static long seq(LedgerRows.Row row) {
    return row.entry().seq();
  }

  private long row(String type) {
    Entry entry = new Entry(0, AT.toString(), MINE, "DATA_ROOT", "h", 1, "system", type, "{}");
    return database.write(() -> new LedgerRows(database).append(List.of(entry))).seq();
  }
}
