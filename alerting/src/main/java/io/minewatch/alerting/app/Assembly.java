package io.minewatch.alerting.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.api.SeriesHistory;
import io.minewatch.alerting.api.Streams;
import io.minewatch.alerting.backtest.BackTests;
import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.bus.FindingsTaken;
import io.minewatch.alerting.bus.Inbox;
import io.minewatch.alerting.bus.Intake;
import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.bus.OutboxPublisher;
import io.minewatch.alerting.desk.Drills;
import io.minewatch.alerting.desk.Lead;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.desk.RegistryBook;
import io.minewatch.alerting.desk.RegistryDesk;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.desk.Troubles.Kind;
import io.minewatch.alerting.desk.UnheardMines;
import io.minewatch.alerting.desk.UnsoundMines;
import io.minewatch.alerting.desk.Watchman;
import io.minewatch.alerting.filing.Filing;
import io.minewatch.alerting.journal.CapRows;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.registry.CanaryMine;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.alerting.root.ToldRoots;
import io.minewatch.alerting.rules.Guidance;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.view.IncidentViews;
import io.minewatch.alerting.warning.WarningDesk;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Puts the service together; used once for each start. */
final class Assembly {
  private final AlertingSettings settings;
  private final RulePacks packs;
  private final Bus bus;
  private final Database database;
  private final Clock clock;
  private final Store store;
  private final Mines mines;
  private final Plans plans;
  private final Latest latest;
  private final Access access;
  private final Present present;
  private final Troubles troubles = new Troubles();
  private final FindingsTaken taken = new FindingsTaken();
  private final ToldRoots toldRoots;
  private final Register register;
  private final IncidentViews views;
  private final Streams streams;
  private final Rounds rounds = new Rounds();
  private final CallSystem calls;
  private final WarningDesk warnings;
  private final RegistryDesk registry;
  private final UnsoundMines unsound;
  private final UnheardMines unheard;

  /** Builds what does not run yet, with the mines of the folder as files. */
  Assembly(
      AlertingSettings settings,
      RulePacks packs,
      Collection<MineEntry> files,
      Bus bus,
      Database database,
      Clock clock) {
    this.settings = settings;
    this.packs = packs;
    this.bus = bus;
    this.database = database;
    this.clock = clock;
    store = Store.of(database);
    database.write(() -> store.steps().countAnew());
    unsound = new UnsoundMines(troubles, clock);
    mines = FirstFilling.bring(store, packs, files, clock, unsound);
    RegistryBook book = new RegistryBook(store, clock);
    database.write(() -> book.publish(CanaryMine.plan(packs.silence()), LedgerRows.SYSTEM));
    toldRoots = new ToldRoots(settings.rootKey(), mine -> mines.find(mine) != null);
    plans = new Plans(mines);
    latest = new Latest(plans.all());
    access = new Access(mines, SharedKeys.cards(database));
    present = new Present(store.accounts(), clock);
    register = new Register(store, clock);
    register.rules(RulePackLoader.hashes(settings.rules()));
    views = new IncidentViews(store, packs, mines, latest::summary, clock);
    streams = new Streams(access, present, views, plans, latest, clock);
    calls = calls();
    warnings = new WarningDesk(store, calls.desk()::finding, clock);
    registry = registry();
    unheard =
        new UnheardMines(
            () -> mines.paths().keySet(), () -> calls.canary().age().found(), troubles, clock);
  }

  private CallSystem calls() {
    return new CallSystem(
        new CallSystem.Ground(
            settings.channels(), packs, mines, store, access, troubles, bus, clock),
        id -> {
          rounds.poke();
          streams.incident(id);
        });
  }

  private RegistryDesk registry() {
    return new RegistryDesk(
        store,
        packs,
        clock,
        mine -> {
          mines.put(mine);
          latest.follow(mine.plan());
          streams.accountsChanged(); // its own staff went with it if it has moved
          rounds.poke();
        },
        unsound);
  }

  /**
   * The running service.
   *
   * @param history where past values are read, null for nowhere
   * @param series where back-tests read what was recorded, null for nowhere
   */
  AlertingService service(@Nullable SeriesHistory history, @Nullable SeriesStore series) {
    Map<String, String> generated =
        database.write(
            () -> FirstAccounts.create(store.accounts(), settings.passwords(), mines.home()));
    List<Object> parts = parts();
    parts.addAll(settings.parts());
    BackTests tests = null;
    if (series != null) {
      BackTests.Self self = AlertingService.runner(database);
      tests = new BackTests(database, series, clock, packs.chain().callFrom(), self);
      parts.addAll(List.of(series, tests));
    }
    ConfigurableApplicationContext web = Web.start(settings, parts, history);
    Inbox inbox = inbox(web);
    inbox.start();
    bus.start(inbox);
    Lead lead =
        new Lead(
            store,
            new Lead.Self(AlertingService.self(), bus::isConnected),
            database.isEmbedded() ? Duration.ZERO : Lead.PATIENCE,
            System::nanoTime);
    rounds(lead, web.getBean(Drills.class));
    return new AlertingService(
        database, bus, streams, web, inbox, rounds, calls, lead, tests, generated);
  }

  private Inbox inbox(ConfigurableApplicationContext web) {
    MeterRegistry meters = web.getBean(MeterRegistry.class);
    Intake intake = web.getBean(Intake.class);
    intake.tellParked();
    return new Inbox(intake, calls.desk(), latest, this::seen, meters);
  }

  private void seen(Object message) {
    calls.took(message);
    streams.seen(message);
    toldRoots.seen(message);
    unheard.took(message);
  }

  private void rounds(Lead lead, Drills drills) {
    Watchman watchman = new Watchman(store, calls.desk(), calls.caller(), clock);
    Answering answering = new Answering(taken, bus, store, mines);
    Line line = new Line(lead, bus, new OutboxPublisher(store, bus));
    rounds.start(
        watchman,
        () -> {
          drills.round();
          register.sealDays();
          calls.attendance().round();
          if (line.isLeading()) {
            watchman.round();
            calls.round();
            warnings.round();
          } else {
            calls.canary().rest();
            watchman.runDue();
          }
        },
        line,
        streams,
        () -> {
          troubles.stands(Kind.BROKER, bus.isConnected() ? 0 : 1, clock.instant());
          registry.follow(mines.versions());
          unheard.round();
          answering.round();
        });
  }

  /** What the web layer is given; Spring finds each by its type. */
  private List<Object> parts() {
    return new ArrayList<>(
        List.of(
            clock,
            store,
            store.incidents(),
            store.parked(),
            store.accounts(),
            store.rosters(),
            troubles,
            register,
            access,
            present,
            views,
            calls.desk(),
            calls.accidents(),
            calls.attendance(),
            calls.caller(),
            calls.watch(),
            calls.rosters(),
            calls.rosterDesk(),
            calls.canary(),
            calls.inbound(),
            Guidance.load(settings.rules(), packs.mineClasses()),
            new CapRows(database),
            warnings,
            registry,
            new Filing(registry, store.changes(), settings.tables().reader(), packs, clock),
            mines,
            plans,
            latest,
            packs,
            taken,
            toldRoots,
            rounds,
            streams));
  }
}
