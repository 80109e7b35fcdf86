package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.shift.Handover;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every database must keep of the archive and of shifts. */
abstract class RecordsContract extends ChainRowsContract {
  static final Instant LATER = T.plusSeconds(3_600);

  @Test
  void theArchiveIsSearchedPageByPageAndMadeAnewWhereARowIsMissing() throws Exception {
    ArchiveRows rows = new ArchiveRows(database);
    for (int i = 0; i < 30; i++) {
      keep("i-%02d_%d".formatted(i, i % 2), i % 3 == 0 ? "150000000001" : "140000000001", i);
    }
    List<String> ours = List.of("140000000001");
    List<ArchiveRows.Line> all = new ArrayList<>();
    ArchiveRows.Mark after = null;
    do {
      List<ArchiveRows.Line> page = rows.page(search(ours, ""), after, 7);
      all.addAll(page);
      after = page.isEmpty() ? null : mark(page.get(page.size() - 1));
    } while (after != null);
    assertThat(all).hasSize(20).doesNotHaveDuplicates();
    assertThat(all)
        .isSortedAccordingTo(
            Comparator.comparing(ArchiveRows.Line::opened)
                .reversed()
                .thenComparing(Comparator.comparing(ArchiveRows.Line::incident).reversed()));
    assertThat(rows.count(search(ours, ""))).isEqualTo(20);
    assertThat(rows.count(search(List.of(), ""))).isZero();
    assertThat(rows.count(search(ours, "I-04_"))).as("no wildcard").isEqualTo(1);
    assertThat(rows.count(search(ours, "%"))).isZero();

    run("delete from archive");
    assertThat(rows.count(search(ours, ""))).isZero();
    List<String> missing = rows.missing("", 99);
    assertThat(missing).hasSize(30);
    assertThat(rows.missing(missing.get(6), 7)).isEqualTo(missing.subList(7, 14));
    List<Incident> read = missing.stream().map(new Journal(database)::incident).toList();
    assertThat(database.write(() -> rows.keepMissing(read))).isEqualTo(30);
    assertThat(database.write(() -> rows.keepMissing(read))).as("there already").isZero();
    assertThat(rows.page(search(ours, ""), null, 20)).isEqualTo(all);
  }

  @Test
  void aShiftIsKeptAsItWasGivenAndTakenAndIsFoundWithinItsScope() {
    ShiftRows rows = new ShiftRows(database);
    Instant at = T.truncatedTo(ChronoUnit.MILLIS);
    Instant later = LATER.truncatedTo(ChronoUnit.MILLIS);
    Handover given = new Handover("s-1", "14/1409", "wang", at, "li", "notes", null, null);
    Handover beside = new Handover("s-2", "14/14099", "sun", at, "", "", null, null);
    Handover back = new Handover("s-3", "14/1409", "wang", later, "", "", null, later);
    Handover.Taken by = new Handover.Taken("li", later, "seen");
    Handover taken = new Handover("s-1", "14/1409", "wang", at, "li", "notes", by, null);
    database.write(
        () -> {
          List.of(given, beside, back).forEach(each -> rows.add(each, "{}"));
          rows.move(back);
          rows.move(taken);
          rows.taken("s-1", "{\"then\":1}");
          return true;
        });
    assertThat(rows.find("s-1")).isEqualTo(taken);
    assertThat(rows.find("s-9")).isNull();
    assertThat(rows.matters("s-1")).isEqualTo("{}");
    assertThat(rows.last("14/1409")).as("not the one called back").isEqualTo(taken);
    assertThat(rows.within("14/1409", null, 9)).containsExactly(back, taken);
    assertThat(rows.within("14/1409", back, 9)).containsExactly(taken);
    assertThat(rows.within("", null, 9)).containsExactly(back, beside, taken);
    assertThat(rows.within("", beside, 9)).as("given at one time").containsExactly(taken);
    assertThat(rows.listed("14/1409", null, 1)).as("it waits no more").containsExactly(back);
  }

  /** A province gives its shift, then all its mines give theirs. */
  @Test
  void theShiftThatWaitsLeadsTheFirstPageOfItsVeryScope() {
    ShiftRows rows = new ShiftRows(database);
    List<Handover> below = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String scope = "14/1409/m" + i;
      below.add(0, new Handover("s-1" + i, scope, "sun", T.plusSeconds(i), "", "", null, null));
    }
    Handover waits = new Handover("s-0", "14", "wang", T.minusSeconds(300), "", "", null, null);
    database.write(
        () -> {
          rows.add(waits, "{}");
          below.forEach(each -> rows.add(each, "{}"));
          return true;
        });

    List<Handover> first = rows.listed("14", null, 4);
    assertThat(first).extracting(Handover::id).containsExactly("s-0", "s-15", "s-14", "s-13");
    assertThat(rows.listed("14", first.get(3), 4))
        .extracting(Handover::id)
        .containsExactly("s-12", "s-11", "s-10", "s-0");
    assertThat(rows.listed("", null, 4)).as("none of the nation's own").hasSize(4);
    assertThat(rows.listed("14", null, 9)).as("in its place").hasSize(7).endsWith(rows.find("s-0"));
  }

  @Test
  void aSignOfAScopeStandsForItselfOnly() {
    ShiftRows rows = new ShiftRows(database);
    Instant at = T.truncatedTo(ChronoUnit.MILLIS);
    Handover ours = new Handover("s-1", "14/mine_a/x", "wang", at, "", "", null, null);
    Handover other = new Handover("s-2", "14/mineZa/x", "sun", at, "", "", null, null);
    Handover capital = new Handover("s-3", "14/MINE_A/x", "li", at, "", "", null, null);
    database.write(
        () -> {
          List.of(ours, other, capital).forEach(each -> rows.add(each, "{}"));
          return true;
        });
    assertThat(rows.within("14/mine_a", null, 9)).containsExactly(ours);
  }

  /** A province drills much: its drills come last in the month. */
  @Test
  void exceptionsOfDrillsPushNoRealOneOut() {
    odd("i-1", false);
    odd("i-2", true);
    odd("i-3", true);
    ExceptionRows rows = new ExceptionRows(database);
    List<String> mines = List.of("140000000001");
    assertThat(rows.real(mines, T, LATER, 2))
        .extracting(ExceptionRows.Exceptional::subject)
        .containsExactly("i-1");
    assertThat(rows.all(mines, T, LATER, 2))
        .extracting(ExceptionRows.Exceptional::subject)
        .containsExactly("i-3", "i-2");
    run("delete from archive");
    assertThat(rows.real(mines, T, LATER, 9)).as("not known to be a drill").hasSize(3);
  }

  /** An incident and a shelving of it. */
  private void odd(String id, boolean drill) {
    MineCode mine = new MineCode("140000000001");
    Event.Opened opened = new Event.Opened(T, id, mine, drill, T);
    Entry shelved =
        new Entry(0, T.toString(), mine.value(), "INCIDENT", id, 1, "li", "Shelved", "{}");
    database.write(
        () -> {
          new IncidentRows(database).save(Incident.of(opened));
          return new LedgerRows(database).append(List.of(shelved));
        });
  }

  private static ArchiveRows.Mark mark(ArchiveRows.Line last) {
    String text = new ArchiveRows.Mark(last.opened().toEpochMilli(), last.incident()).toString();
    return ArchiveRows.Mark.parse(text);
  }

  private static ArchiveRows.Search search(List<String> mines, String text) {
    return new ArchiveRows.Search(mines, null, null, null, null, null, null, null, text, List.of());
  }

  private void keep(String id, String mine, int second) {
    Event.Opened opened =
        new Event.Opened(
            T.plusSeconds(second / 4), id, new MineCode(mine), false, T); // several at one time
    database.write(
        () -> {
          new Journal(database).append(id, List.of(opened));
          new IncidentRows(database).save(Incident.of(opened));
          return true;
        });
  }
}
