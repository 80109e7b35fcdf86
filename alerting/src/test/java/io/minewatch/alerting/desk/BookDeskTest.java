package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.BookRows.Line;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.alerting.journal.ClueRows.Slice;
import io.minewatch.alerting.journal.ClueRows.Which;
import io.minewatch.alerting.journal.ClueRows.Whose;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.alerting.reconcile.Pair;
import io.minewatch.alerting.reconcile.ReconcileRules;
import io.minewatch.alerting.reconcile.Verdict;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books of a mine, from what is brought to the clue. */
class BookDeskTest {
  private static final Instant NOW = Instant.parse("2026-03-09T04:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String MINE = "140921021337";
  private static final int DAYS = 40;
  private static final ReconcileRules RULES =
      RulePackLoader.load(Path.of("../rules")).inspection().books();

  @TempDir private Path folder;
  private Database database;
  private Store store;
  private Plan plan;
  private BookDesk desk;

  @BeforeEach
  void start() throws Exception {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    store = Store.of(database);
    plan = Messages.read(Samples.bytes("plan.json"), Plan.class);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    List<String> county = List.of("14", "1409", "140921");
    MineEntry entry = new MineEntry("COAL", county, 1, new Document(Map.of()), plan, null);
    ClueClocks clocks = new ClueClocks(DAY, DAY, DAY, DAY, DAY);
    ClueDesk clues = new ClueDesk(store, clocks, DAY.multipliedBy(7), clock);
    desk = new BookDesk(store, clues, new Mines(Map.of(MINE, entry)), RULES, clock);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private List<MineShifts.Shift> shifts() {
    return new MineShifts(plan.shifts()).over(NOW.minus(Duration.ofDays(DAYS)), NOW);
  }

  /** Books in which the last shifts take a third more people and power than they say. */
  private List<Line> books(int hidden) {
    List<MineShifts.Shift> shifts = shifts();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < shifts.size(); i++) {
      double more = i >= shifts.size() - hidden ? 1.35 : 1;
      double about = 1 + 0.01 * (i * 7 % 5 - 2);
      Instant begin = shifts.get(i).begin();
      lines.add(new Line(Factor.OUTPUT.name(), "belt", begin, 900 * about));
      lines.add(new Line(Factor.POWER.name(), "M1", begin, 20_000 * more));
      lines.add(new Line(Factor.POWER.name(), "M2", begin, 10_000 * more / about));
      lines.add(new Line(Factor.PEOPLE.name(), "lamps", begin, 100 * more * about));
    }
    return lines;
  }

  private List<Listed> listed() {
    return store.clues().list(new Whose("-", List.of(MINE)), Which.ALL, NOW, new Slice(0, 10));
  }

  @Test
  void aFaceThatTheOutputDoesNotExplainIsOneClueThatSaysWhichPairsSinceWhen() {
    desk.looks();
    desk.bring(MINE, books(0), "li");
    desk.looks();
    assertThat(listed()).as("honest books").isEmpty();
    desk.bring(MINE, books(4), "li");
    desk.looks();
    desk.looks();
    assertThat(listed())
        .singleElement()
        .satisfies(one -> assertThat(one.feature()).isEqualTo("HIDDEN_FACE"));
    BookDesk.Look look = desk.look(MINE, NOW.minus(DAY.multipliedBy(14)));
    Verdict newest = look.shifts().get(look.shifts().size() - 1);
    assertThat(newest.clue()).isTrue();
    assertThat(newest.shift().values()).containsKeys(Factor.OUTPUT, Factor.POWER, Factor.PEOPLE);
    assertThat(newest.disagreements())
        .extracting(Verdict.Disagreement::pair)
        .contains(Pair.PEOPLE_OUTPUT, Pair.POWER_OUTPUT);
    Instant since = shifts().get(shifts().size() - 4).begin();
    assertThat(store.clueJournal().find(listed().get(0).id()).evidence())
        .anySatisfy(
            one -> {
              assertThat(one.ref()).isEqualTo("POWER_OUTPUT/" + since);
              assertThat(one.words()).contains("用电量／产量", "power by output", "40235 kWh", "+34%");
            });
  }

  @Test
  void whoBroughtATableStandsInTheLedger() {
    desk.bring(MINE, books(0), "li");
    List<Entry> rows =
        store.ledger().between(1, Long.MAX_VALUE, LedgerRows.Row::entry).stream()
            .filter(each -> each.kind().equals("BOOKS"))
            .toList();
    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.actor()).isEqualTo("li"))
        .satisfies(row -> assertThat(row.content()).contains("\"" + books(0).size() + "\""));
  }

  private void registered(long version, Instant at, String... workplaces) {
    List<Object> zones = new ArrayList<>();
    for (String each : workplaces) {
      zones.add(Map.of("id", each, "kind", "WORKPLACE"));
    }
    zones.add(Map.of("id", "road-" + version, "kind", "ROADWAY"));
    Document document = new Document(Map.of("zones", zones));
    database.write(
        () -> {
          store
              .registry()
              .add(
                  new Version(
                      MINE,
                      version,
                      at,
                      "li",
                      null,
                      Origin.PERSON,
                      "",
                      document,
                      List.of(),
                      List.of(),
                      version,
                      null));
          return version;
        });
  }

  @Test
  void aFaceThatIsToldBeginsTheBaselineAnewAndAnotherChangeDoesNot() {
    desk.bring(MINE, books(12), "li");
    Instant told = NOW.minus(DAY.multipliedBy(5));
    registered(1, NOW.minus(DAY.multipliedBy(90)), "face-1");
    registered(2, NOW.minus(DAY.multipliedBy(80)), "face-1");
    assertThat(desk.look(MINE, NOW.minus(DAY)).from()).isNull();
    assertThat(desk.look(MINE, NOW.minus(DAY)).shifts()).anyMatch(Verdict::clue);
    registered(3, told, "face-1", "face-2");
    registered(4, NOW.minus(DAY), "face-1", "face-2");
    BookDesk.Look look = desk.look(MINE, NOW.minus(DAY));
    assertThat(look.from()).isEqualTo(told);
    assertThat(look.shifts()).isNotEmpty().noneMatch(Verdict::clue);
    assertThat(desk.look("140921021338", NOW)).as("not registered").isNull();
  }
}
