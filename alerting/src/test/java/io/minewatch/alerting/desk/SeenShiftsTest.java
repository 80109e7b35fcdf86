package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.BookRows.Line;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What points and positions showed of a shift, as it comes into the books. */
class SeenShiftsTest extends SealDatabase {
  /** From 16:00 three days ago: what was before is not read any more. */
  private static final Instant FIRST = Instant.parse("2026-03-06T08:00:00Z");

  /** From 16:00 and from 0:00 at the mine: the newest two. */
  private static final Instant EVENING = Instant.parse("2026-03-08T08:00:00Z");

  private static final Instant NIGHT = Instant.parse("2026-03-08T16:00:00Z");

  private SeenShifts shifts;
  private Instant now = NOW;
  private int asked;
  private boolean isAway;
  private boolean isFirstAway;
  private boolean isBehind;
  private boolean isHalf;

  @BeforeEach
  void planned() {
    shifts = shifts(plan);
  }

  private SeenShifts shifts(Plan plan) {
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    MineEntry entry = new MineEntry("COAL", List.of("14"), 1, new Document(Map.of()), plan, null);
    Mines mines = new Mines(Map.of(MINE, entry));
    var rules = RulePackLoader.load(Path.of("../rules")).inspection().books();
    return new SeenShifts(new BookDesk(store, clues(clock), mines, rules, clock), mines, clock);
  }

  /** Answers the two questions that are asked; any other fails. */
  private SeriesStore series() {
    return (SeriesStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SeriesStore.class},
            (proxy, method, asked) ->
                switch (method.getName()) {
                  case "statistics" -> statistics((Series) asked[0], (Span) asked[1]);
                  case "positions" -> positions((MineCode) asked[0], (Span) asked[1]);
                  default -> throw new AssertionError(method.getName());
                });
  }

  private List<Statistic> statistics(Series series, Span span) {
    assertThat(series.point().value()).isEqualTo("T1-0101");
    asked++;
    if (isAway || (isFirstAway && span.from().equals(FIRST))) {
      throw new SeriesException("the store is away", null);
    }
    List<Statistic> told = new ArrayList<>();
    if (isBehind) {
      return told;
    }
    Duration step = isHalf ? Statistic.WINDOW.multipliedBy(2) : Statistic.WINDOW;
    for (Instant at = span.from(); at.isBefore(span.to()); at = at.plus(step)) {
      told.add(new Statistic(at, 5, 5, 0.1, 0.5, 0.25, 0.2, at, Map.of(Quality.GOOD, 5L)));
    }
    return told;
  }

  /** Two people at the face, one where no plan knows a place, one who has left. */
  private List<Fix> positions(MineCode mine, Span span) {
    assertThat(mine.value()).isEqualTo(MINE);
    assertThat(span.millis()).as("a part of an hour").isLessThan(3_600_000L);
    List<Fix> fixes = new ArrayList<>();
    if (isBehind) {
      return fixes;
    }
    for (int back = 2; back > 0; back--) {
      Instant at = span.to().minusSeconds(30L * back);
      fixes.add(fix("1", at, "face-0101"));
      fixes.add(fix("2", at, "face-0101"));
      fixes.add(fix("3", at, back == 2 ? "face-0101" : "x-7"));
      fixes.add(new Fix(new CardId(MINE + "00004"), at, false, null, null, "", 0, false, false));
    }
    return fixes;
  }

  private static Fix fix(String card, Instant at, String zone) {
    CardId id = new CardId(MINE + "0000" + card);
    return new Fix(id, at, true, new ZoneId(zone), null, "", 0, false, false);
  }

  @Test
  void aShiftThatIsOverHasItsMethaneItsCardsAndWhoStoodWhereNoPlanKnowsAPlace() {
    shifts.look(series());
    assertThat(store.books().lines(MINE, NOW.minus(DAY.multipliedBy(30)), NOW).get(0).shift())
        .isEqualTo(FIRST);
    assertThat(store.books().lines(MINE, EVENING, NOW))
        .containsExactly(
            new Line("CARDS", "", EVENING, 3),
            new Line("METHANE", "", EVENING, 0.25),
            new Line("UNPLANNED", "x-7", EVENING, 8),
            new Line("CARDS", "", NIGHT, 3),
            new Line("METHANE", "", NIGHT, 0.25),
            new Line("UNPLANNED", "x-7", NIGHT, 8));
  }

  @Test
  void ofAShiftOfWhichTooLittleWasHeardTheMethaneIsNotKnown() {
    isHalf = true;
    shifts.look(series());
    assertThat(store.books().lines(MINE, EVENING, NOW))
        .extracting(Line::what)
        .doesNotContain("METHANE")
        .contains("CARDS");
  }

  @Test
  void whatTheStoreDidNotAnswerIsAskedAgainAndWhatItDidIsNot() {
    isAway = true;
    shifts.look(series());
    assertThat(store.books().lines(MINE, EVENING, NOW)).isEmpty();
    isAway = false;
    shifts.look(series());
    assertThat(store.books().lines(MINE, EVENING, NOW)).hasSize(6);
    asked = 0;
    shifts.look(series());
    assertThat(asked).isZero();
  }

  /** Four and twelve hours after their ends, and again after as long. */
  @Test
  void aShiftThatTheArchiveHadNotWrittenYetIsReadAgain() {
    isBehind = true;
    shifts.look(series());
    isBehind = false;
    asked = 0;
    shifts.look(series());
    assertThat(asked).as("not each time").isZero();

    now = NOW.plus(Duration.ofHours(4));
    shifts.look(series());
    assertThat(store.books().lines(MINE, EVENING, NOW))
        .hasSize(3)
        .allMatch(each -> each.shift().equals(NIGHT));

    now = NOW.plus(Duration.ofHours(12));
    shifts.look(series());
    assertThat(store.books().lines(MINE, EVENING, NIGHT)).hasSize(3);
  }

  @Test
  void aShiftThatTheStoreNeverAnswersOfStopsNoOther() {
    isFirstAway = true;
    shifts.look(series());
    shifts.look(series());
    assertThat(store.books().lines(MINE, EVENING, NOW)).hasSize(6);
    assertThat(store.books().lines(MINE, FIRST, FIRST.plusSeconds(1))).isEmpty();
  }

  @Test
  void aPlanWithoutPlacesDoesNotMakeEveryPlaceOneThatNobodyKnows() {
    Plan bare = plan.with(List.of(), List.of(), plan.rules());
    shifts(bare).look(series());
    assertThat(store.books().lines(MINE, EVENING, NOW))
        .extracting(Line::what)
        .containsExactly("CARDS", "CARDS");
  }

  private void registered(long version, String at, String place) {
    registered(version, at, Map.of("zones", List.of(Map.of("id", place))));
  }

  @Test
  void aPlaceThatThePlanOfThatTimeKnewIsKnownAfterItIsTakenOut() {
    registered(1, "2026-03-01T00:00:00Z", "x-7");
    registered(2, "2026-03-08T10:00:00Z", "face-0101");
    shifts.look(series());
    assertThat(store.books().lines(MINE, EVENING, NOW))
        .filteredOn(each -> each.what().equals("UNPLANNED"))
        .containsExactly(new Line("UNPLANNED", "x-7", NIGHT, 8));
  }
}
