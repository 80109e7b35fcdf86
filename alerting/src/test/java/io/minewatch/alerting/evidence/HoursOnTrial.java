package io.minewatch.alerting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
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
import org.junit.jupiter.api.io.TempDir;

/** Hours of a store that somebody does something to, and what the archive job tells of them. */
abstract class HoursOnTrial {
  static final Instant HOUR = Instant.parse("2026-03-01T08:00:00Z");
  static final MineCode MINE = new MineCode(Samples.MINE);
  static final RootKey KEY = new RootKey("a root key of tests, told to nobody");
  static final Measure GAS = Measure.METHANE;
  static final Measure CO = Measure.CARBON_MONOXIDE;
  @TempDir private Path folder;
  final Map<Measure, List<Recorded>> stored = new EnumMap<>(Measure.class);
  final Map<Measure, RootSum> written = new EnumMap<>(Measure.class);
  final Troubles troubles = new Troubles();
  boolean away;
  boolean hourAway;
  Instant now = HOUR.plus(Duration.ofMinutes(15));
  Database database;
  Store store;
  ToldRoots told;
  ProvenHours hours;

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
  void start() throws Exception {
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

  final class Moved extends Clock {
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

  SeriesStore series() {
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

  static Recorded reading(int second, double value) {
    return new Recorded("T1", HOUR.plusSeconds(second), value, Quality.GOOD);
  }

  List<Recorded> stored(Measure measure) {
    return stored.computeIfAbsent(measure, m -> new ArrayList<>());
  }

  byte[] hash(Measure measure, Recorded each) {
    Sealer.Of of = new Sealer.Of(MINE.value(), measure, each.point());
    return KEY.sealer().hash(of, each.value(), each.quality(), each.at().toEpochMilli());
  }

  RootSum sum(Measure measure) {
    return written.computeIfAbsent(measure, m -> new RootSum());
  }

  void write(Measure measure, int second, double value) {
    stored(measure).add(reading(second, value));
    sum(measure).add(hash(measure, reading(second, value)));
  }

  void writeLate(Measure measure, int second, double value) {
    stored(measure).add(reading(second, value));
    sum(measure).addAgain(hash(measure, reading(second, value)));
  }

  void alter(Measure measure) {
    stored(measure).set(0, reading(0, 0.001));
  }

  /** The archive job tells what it has written of the hour. */
  void tell() {
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

  void tell(List<KeptRoots.Hour> all) {
    told.seen(new KeptRoots(MINE, now, HOUR, KEY.id(), all));
  }

  void after(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    hours.round();
  }

  void toldAfter(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    tell();
    hours.round();
  }

  void toldNothingAfter(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    tell(List.of());
    hours.round();
  }

  HourRow row(Instant hour) {
    Row row = store.dataRoots().find(MINE.value(), hour);
    return HourRow.of(Objects.requireNonNull(row, "no roots").entry().content());
  }

  HourRow compared() {
    Row row = store.dataRoots().compared(MINE.value(), HOUR);
    return HourRow.of(Objects.requireNonNull(row, "no roots").entry().content());
  }

  String rootOf(Measure measure) {
    Row row = Objects.requireNonNull(store.dataRoots().find(MINE.value(), HOUR), "no roots");
    return Objects.requireNonNull(ReadingsOf.told(row, measure), "no root");
  }

  String altered() {
    return troubles.all().toString();
  }
}
