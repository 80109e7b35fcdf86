package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.clue.ClueStage;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.BookRows.Line;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.alerting.reconcile.ReconcileRules;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePackLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Books that are looked at again: after a clue was closed, and after something failed. */
class BookAgainTest extends SealDatabase {
  private static final int HIDDEN = 4;
  private static final ReconcileRules RULES =
      RulePackLoader.load(Path.of("../rules")).inspection().books();
  private Instant now = NOW;
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);

  private BookDesk desk() {
    List<String> county = List.of("14", "1409", "140921");
    MineEntry entry = new MineEntry("COAL", county, 1, new Document(Map.of()), plan, null);
    return new BookDesk(store, clues(clock), new Mines(Map.of(MINE, entry)), RULES, clock);
  }

  /** Forty days until then; the last shifts take a third more than they say. */
  private List<Line> books(Instant until) {
    List<MineShifts.Shift> shifts =
        new MineShifts(plan.shifts()).over(until.minus(DAY.multipliedBy(40)), until);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < shifts.size(); i++) {
      double more = i >= shifts.size() - HIDDEN ? 1.35 : 1;
      double about = 1 + 0.01 * (i * 7 % 5 - 2);
      Instant begin = shifts.get(i).begin();
      lines.add(new Line(Factor.OUTPUT.name(), "belt", begin, 900 * about));
      lines.add(new Line(Factor.POWER.name(), "M1", begin, 30_000 * more));
      lines.add(new Line(Factor.PEOPLE.name(), "lamps", begin, 100 * more * about));
    }
    return lines;
  }

  @Test
  void whatAPersonClosedIsNotRaisedAgainForTheDaysThatAreLookedBackOn() {
    now = NOW.minus(DAY.multipliedBy(13));
    BookDesk before = desk();
    before.bring(MINE, books(now), "li");
    before.looks();
    closed(listed().get(0).id(), now);

    now = NOW;
    desk().looks();

    assertThat(listed()).singleElement().extracting(Listed::stage).isEqualTo(ClueStage.CLOSED);
  }

  @Test
  void aLookThatFailedIsLookedAtAgainHoweverLongThatTakes() throws Exception {
    BookDesk desk = desk();
    desk.bring(MINE, books(NOW), "li");
    statement(REFUSED);
    desk.looks();
    now = NOW.plus(Duration.ofHours(1));
    desk.looks();
    statement("drop trigger no_clue");
    assertThat(listed()).isEmpty();

    now = NOW.plus(Duration.ofHours(2));
    desk.looks();

    assertThat(listed()).hasSize(1);
  }

  @Test
  void aTableOfWhichARowFailsIsNotThereAtAll() throws Exception {
    statement(
        "create trigger no_row before insert on shift_book"
            + " when (select count(*) from shift_book) >= 250"
            + " begin select raise(abort, 'not now'); end");
    BookDesk desk = desk();

    assertThatThrownBy(() -> desk.bring(MINE, books(NOW), "li"));

    assertThat(store.books().lines(MINE, NOW.minus(DAY.multipliedBy(60)), NOW)).isEmpty();
    assertThat(store.ledger().between(1, Long.MAX_VALUE, LedgerRows.Row::entry))
        .noneMatch(each -> each.kind().equals("BOOKS"));
  }

  @Test
  void whatIsTooOldGoesAtOneLookHoweverMuchItIs() {
    Instant old = NOW.minus(DAY.multipliedBy(400));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      lines.add(new Line(Factor.OUTPUT.name(), "belt-" + i, old, 900));
    }
    BookDesk desk = desk();
    desk.bring(MINE, lines, "li");

    desk.looks();

    assertThat(store.books().hasOlder(NOW.minus(DAY.multipliedBy(380)))).isFalse();
  }
}
