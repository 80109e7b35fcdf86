package io.minewatch.alerting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.root.Compared;
import io.minewatch.alerting.root.ToldRoots;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does to a store, and what becomes of its data roots by it. */
class ProvenHoursTest {
  private static final Instant HOUR = Instant.parse("2026-03-01T08:00:00Z");
  private static final MineCode MINE = new MineCode(Samples.MINE);
  private static final RootKey KEY = new RootKey("a root key of tests, told to nobody");
  private static final Measure GAS = Measure.METHANE;
  private static final Measure CO = Measure.CARBON_MONOXIDE;

  @TempDir private Path folder;
  private final Map<Measure, List<Recorded>> stored = new EnumMap<>(Measure.class);
  private final Map<Measure, RootSum> written = new EnumMap<>(Measure.class);
  private final Troubles troubles = new Troubles();
  private boolean away;
  private boolean hourAway;
  private Instant now = HOUR.plus(Duration.ofMinutes(15));
  private Database database;
  private Store store;
  private ToldRoots told;
  private ProvenHours hours;

  @BeforeEach
  void open() throws Exception {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    store = Store.of(database);
    start();
    after(2);
    assertThat(store.dataRoots().find(MINE.value(), HOUR.minus(Duration.ofHours(1)))).isNotNull();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Again after a kill: what was heard is forgotten. */
  private void start() throws Exception {
    Plan plan = Messages.read(Samples.bytes("plan.json"), Plan.class);
    MineEntry mine = new MineEntry("COAL", List.of("14"), 1, new Document(Map.of()), plan, null);
    told = new ToldRoots(KEY, MINE.value()::equals);
    Clock clock = new Moved();
    hours =
        new ProvenHours(
            series(),
            new ProvenHours.Ground(store, new Mines(Map.of(MINE.value(), mine)), told, clock),
            troubles);
  }

  private final class Moved extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private SeriesStore series() {
    return (SeriesStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SeriesStore.class},
            (proxy, method, asked) -> {
              if (away) {
                throw new SeriesException("it is away", null);
              }
              if (!method.getName().equals("recorded")) {
                return null;
              }
              Span span = (Span) Objects.requireNonNull(asked)[2];
              if (hourAway && span.from().equals(HOUR)) {
                throw new SeriesException("it takes too long", null);
              }
              return stored.getOrDefault((Measure) asked[1], List.of()).stream()
                  .filter(each -> !each.at().isBefore(span.from()) && each.at().isBefore(span.to()))
                  .toList();
            });
  }

  private static Recorded reading(int second, double value) {
    return new Recorded("T1", HOUR.plusSeconds(second), value, Quality.GOOD);
  }

  private List<Recorded> stored(Measure measure) {
    return stored.computeIfAbsent(measure, m -> new ArrayList<>());
  }

  private byte[] hash(Measure measure, Recorded each) {
    Sealer.Of of = new Sealer.Of(MINE.value(), measure, each.point());
    return KEY.sealer().hash(of, each.value(), each.quality(), each.at().toEpochMilli());
  }

  private RootSum sum(Measure measure) {
    return written.computeIfAbsent(measure, m -> new RootSum());
  }

  private void write(Measure measure, int second, double value) {
    stored(measure).add(reading(second, value));
    sum(measure).add(hash(measure, reading(second, value)));
  }

  private void writeLate(Measure measure, int second, double value) {
    stored(measure).add(reading(second, value));
    sum(measure).addAgain(hash(measure, reading(second, value)));
  }

  private void alter(Measure measure) {
    stored(measure).set(0, reading(0, 0.001));
  }

  /** The archive job tells what it has written of the hour. */
  private void tell() {
    List<KeptRoots.Root> roots = new ArrayList<>();
    written.forEach(
        (measure, sum) ->
            roots.add(
                new KeptRoots.Root(
                    measure,
                    sum.count(),
                    sum.again(),
                    KEY.sealer().seal(MINE.value(), measure, HOUR, sum))));
    tell(List.of(new KeptRoots.Hour(HOUR, roots)));
  }

  private void tell(List<KeptRoots.Hour> all) {
    told.seen(new KeptRoots(MINE, now, HOUR, KEY.id(), all));
  }

  private void after(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    hours.round();
  }

  private void toldAfter(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    tell();
    hours.round();
  }

  private void toldNothingAfter(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    tell(List.of());
    hours.round();
  }

  private HourRow row(Instant hour) {
    Row row = store.dataRoots().find(MINE.value(), hour);
    return HourRow.of(Objects.requireNonNull(row, "no roots").entry().content());
  }

  private HourRow compared() {
    Row row = store.dataRoots().compared(MINE.value(), HOUR);
    return HourRow.of(Objects.requireNonNull(row, "no roots").entry().content());
  }

  private String rootOf(Measure measure) {
    Row row = Objects.requireNonNull(store.dataRoots().find(MINE.value(), HOUR), "no roots");
    return Objects.requireNonNull(ReadingsOf.told(row, measure), "no root");
  }

  private String altered() {
    return troubles.all().toString();
  }

  @Test
  void aRowThatTellsNoQualityOfOursStopsNoRootAndIsToldAsAltered() throws Exception {
    write(GAS, 0, 0.4);
    write(GAS, 60, 0.5);
    stored(GAS).add(Recorded.of("T1", HOUR.plusSeconds(90), 0.1, "x"));
    toldAfter(60);
    assertThat(row(HOUR).says(GAS, Compared.WAITS)).isTrue();
    assertThat(rootOf(GAS)).startsWith("3 ");
    toldAfter(21);
    assertThat(row(HOUR).says(GAS, Compared.DIFFERS)).isTrue();
    assertThat(altered()).contains(MINE + " " + HOUR + " METHANE 3/2");
    toldAfter(60);
    row(HOUR.plus(Duration.ofHours(1)));

    long head = store.ledger().head().seq();
    start(); // or another instance: it has not looked at it yet
    toldAfter(5);
    toldAfter(5);
    assertThat(compared().says(GAS, Compared.DIFFERS)).as("known to differ").isTrue();
    assertThat(store.ledger().head().seq()).as("no news").isEqualTo(head);

    stored(GAS).remove(2);
    toldAfter(5);
    assertThat(row(HOUR).says(GAS, Compared.SAME)).isTrue();
    assertThat(altered()).doesNotContain("METHANE");
  }

  @Test
  void anHourThatCouldNotBeReadWhileItWasToldIsComparedWithWhatWasTold() {
    write(GAS, 0, 0.4);
    write(GAS, 60, 0.5);
    away = true;
    toldAfter(60);
    toldAfter(5);
    toldNothingAfter(240);
    assertThat(store.dataRoots().find(MINE.value(), HOUR)).isNull();
    alter(GAS);
    away = false;
    after(2);
    assertThat(row(HOUR).says(GAS, Compared.WAITS)).isTrue();
    toldNothingAfter(21);
    assertThat(row(HOUR).says(GAS, Compared.DIFFERS)).isTrue();
    assertThat(altered()).contains(MINE + " " + HOUR + " METHANE 2/2");
  }

  @Test
  void whatWasToldAndForgottenBeforeAnybodyLookedIsNotProven() throws Exception {
    write(GAS, 0, 0.4);
    away = true;
    toldAfter(60);
    alter(GAS);
    start();
    toldNothingAfter(240);
    away = false;
    after(2);
    assertThat(row(HOUR).says(GAS, Compared.NOT_SEEN)).isTrue();
    assertThat(Compared.NOT_SEEN.isDoubtful()).isTrue();
  }

  @Test
  void anHourThatCannotBeReadHoldsUpNoneAfterIt() {
    Instant next = HOUR.plus(Duration.ofHours(1));
    hourAway = true;
    toldAfter(60);
    toldAfter(60);
    row(next);
    assertThat(store.dataRoots().find(MINE.value(), HOUR)).isNull();
    hourAway = false;
    after(2);
    row(HOUR);
  }

  /** Who alters one measure sends a late reading along, in an hour that cannot be compared. */
  @Test
  void eachMeasureForItselfHasRootsOfWhatIsTheSameAndOfNothingElse() {
    write(GAS, 0, 0.4);
    write(GAS, 60, 0.5);
    sum(GAS).addAgain(hash(GAS, reading(0, 0.4))); // delivered twice
    write(CO, 0, 7);
    toldAfter(60);
    assertThat(row(HOUR).says(GAS, Compared.TOLD_AGAIN)).isTrue();
    assertThat(row(HOUR).says(CO, Compared.SAME)).isTrue();
    String gas = rootOf(GAS);

    alter(GAS);
    writeLate(GAS, 120, 0.6);
    writeLate(CO, 120, 8);
    toldAfter(5);
    toldAfter(5);
    assertThat(compared().says(GAS, Compared.TOLD_AGAIN)).isTrue();
    assertThat(rootOf(GAS)).as("the root of what it was").isEqualTo(gas);
    assertThat(rootOf(CO)).as("late readings are proven too").startsWith("2 ");
    assertThat(row(HOUR).says(CO, Compared.SAME)).isTrue();
  }
}
