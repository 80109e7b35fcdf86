package io.minewatch.alerting.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.api.SeriesHistory;
import io.minewatch.alerting.api.Streams;
import io.minewatch.alerting.backtest.BackTests;
import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.bus.Inbox;
import io.minewatch.alerting.bus.Intake;
import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.bus.MqttBus;
import io.minewatch.alerting.bus.OutboxPublisher;
import io.minewatch.alerting.desk.Drills;
import io.minewatch.alerting.desk.IncidentDesk;
import io.minewatch.alerting.desk.Lead;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.desk.RegistryBook;
import io.minewatch.alerting.desk.RegistryDesk;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.desk.Troubles.Kind;
import io.minewatch.alerting.desk.Watchman;
import io.minewatch.alerting.filing.Filing;
import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.CapRows;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.registry.CanaryMine;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.view.IncidentViews;
import io.minewatch.alerting.warning.WarningDesk;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The running service. Several can run in one process, each with its own database and port. */
public final class AlertingService implements AutoCloseable {
  /** How long the beat of another instance may stand still before this one takes over. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Database database;
  private final Bus bus;
  private final Streams streams;
  private final ConfigurableApplicationContext web;
  private final Inbox inbox;
  private final Rounds rounds;
  private final CallSystem calls;
  private final Lead lead;
  private final @Nullable BackTests tests;
  private final Map<String, String> generated;

  private AlertingService(
      Database database,
      Bus bus,
      Streams streams,
      ConfigurableApplicationContext web,
      Inbox inbox,
      Rounds rounds,
      CallSystem calls,
      Lead lead,
      @Nullable BackTests tests,
      Map<String, String> generated) {
    this.calls = calls;
    this.lead = lead;
    this.database = database;
    this.bus = bus;
    this.streams = streams;
    this.web = web;
    this.inbox = inbox;
    this.rounds = rounds;
    this.tests = tests;
    this.generated = Map.copyOf(generated);
  }

  /**
   * Starts the service on its own line to the broker; returns when the API answers.
   *
   * @param history where past values are read, null for nowhere
   * @throws io.minewatch.alerting.yaml.Problems.BadFiles if rule packs or registry are not sound
   */
  public static AlertingService start(
      AlertingSettings settings, Clock clock, @Nullable SeriesHistory history) {
    return start(settings, clock, history, new MqttBus(settings.broker(), self(), clock));
  }

  private static String self() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /** The same with a series store, from which back-tests read; the service then owns it. */
  public static AlertingService start(
      AlertingSettings settings, Clock clock, SeriesHistory history, SeriesStore series) {
    return start(settings, clock, history, series, new MqttBus(settings.broker(), self(), clock));
  }

  /** The same on a given bus, which the service then owns. */
  public static AlertingService start(
      AlertingSettings settings, Clock clock, @Nullable SeriesHistory history, Bus bus) {
    return start(settings, clock, history, null, bus);
  }

  /**
   * The same with a series store, which the service then owns.
   *
   * @param series where back-tests read what was recorded, null for nowhere
   */
  public static AlertingService start(
      AlertingSettings settings,
      Clock clock,
      @Nullable SeriesHistory history,
      @Nullable SeriesStore series,
      Bus bus) {
    RulePacks packs = RulePackLoader.load(settings.rules());
    Map<String, MineEntry> mines = MineLoader.load(settings.mines(), packs);
    AlertingSettings.DatabaseAt at = settings.database();
    Database database = Database.open(at.url(), at.user(), at.password());
    try {
      return start(settings, clock, history, series, bus, packs, mines, database);
    } catch (RuntimeException e) {
      bus.close();
      database.close();
      throw e;
    }
  }

  private static AlertingService start(
      AlertingSettings settings,
      Clock clock,
      @Nullable SeriesHistory history,
      @Nullable SeriesStore series,
      Bus bus,
      RulePacks packs,
      Map<String, MineEntry> files,
      Database database) {
    Store store = Store.of(database);
    database.write(() -> store.steps().countAnew());
    Mines mines = FirstFilling.bring(store, packs, files.values(), clock);
    RegistryBook book = new RegistryBook(store, clock);
    database.write(() -> book.publish(CanaryMine.plan(packs.silence()), LedgerRows.SYSTEM));
    Plans plans = new Plans(mines);
    Latest latest = new Latest(plans.all());
    Access access = new Access(mines);
    AccountRows accounts = store.accounts();
    Present present = new Present(accounts);
    Troubles troubles = new Troubles();
    Register register = new Register(store, clock);
    register.rules(RulePackLoader.hashes(settings.rules()));
    IncidentViews views = new IncidentViews(store, packs, mines, clock);
    Streams streams = new Streams(access, present, views, plans, latest, clock);
    Rounds rounds = new Rounds();
    CallSystem calls =
        new CallSystem(
            new CallSystem.Ground(
                settings.channels(), packs, mines, store, access, troubles, bus, clock),
            id -> {
              rounds.poke();
              streams.incident(id);
            },
            streams::isWatched);
    IncidentDesk desk = calls.desk();
    WarningDesk warnings = new WarningDesk(store, desk::finding, clock);
    RegistryDesk registry =
        new RegistryDesk(
            store,
            packs,
            clock,
            mine -> {
              mines.put(mine);
              latest.follow(mine.plan());
              rounds.poke();
            });
    Map<String, String> generated =
        FirstAccounts.create(accounts, new BCryptPasswordEncoder(), settings.passwords());
    BackTests tests =
        series == null ? null : new BackTests(database, series, clock, packs.chain().callFrom());
    List<Object> parts =
        new ArrayList<>(
            List.of(
                clock,
                store,
                store.incidents(),
                store.parked(),
                troubles,
                register,
                access,
                accounts,
                present,
                views,
                desk,
                calls.caller(),
                calls.watch(),
                calls.rosters(),
                calls.rosterDesk(),
                store.rosters(),
                calls.canary(),
                calls.inbound(),
                settings.channels().keys(),
                new CapRows(database),
                warnings,
                registry,
                new Filing(registry, clock),
                mines,
                plans,
                latest,
                packs,
                streams));
    if (series != null && tests != null) {
      parts.addAll(List.of(series, tests));
    }
    ConfigurableApplicationContext web = Web.start(settings, parts, history);
    MeterRegistry meters = web.getBean(MeterRegistry.class);
    Intake intake = web.getBean(Intake.class);
    intake.tellParked();
    calls.canary().metered(meters);
    Inbox inbox =
        new Inbox(
            intake,
            desk,
            latest,
            message -> {
              calls.took(message);
              streams.seen(message);
            },
            meters);
    inbox.start();
    bus.start(inbox);
    Lead lead =
        new Lead(store, self(), database.isEmbedded() ? Duration.ZERO : PATIENCE, System::nanoTime);
    Drills drills = web.getBean(Drills.class);
    Watchman watchman = new Watchman(store, desk, calls.caller(), clock);
    Line line = new Line(lead, bus, new OutboxPublisher(store, bus));
    rounds.start(
        watchman,
        () -> {
          drills.round();
          register.sealDays();
          if (line.isLeading()) {
            watchman.round();
            calls.rosters().round();
            calls.canary().round();
            warnings.round();
          } else {
            watchman.runDue();
          }
        },
        line,
        streams,
        () -> {
          troubles.stands(Kind.BROKER, bus.isConnected() ? 0 : 1, clock.instant());
          registry.follow(mines.versions());
        });
    return new AlertingService(
        database, bus, streams, web, inbox, rounds, calls, lead, tests, generated);
  }

  /** The port on which the API listens. */
  public int port() {
    return Objects.requireNonNull(
            ((WebServerApplicationContext) web).getWebServer(), "it is started")
        .getPort();
  }

  /** The passwords made at this start, by account; empty when every account had one. */
  public Map<String, String> generatedPasswords() {
    return generated;
  }

  /** Fills in a roster where its scope has none yet. */
  public void firstRoster(Roster roster) {
    calls.rosterDesk().save(roster, 0, LedgerRows.SYSTEM);
  }

  public boolean isConnected() {
    return bus.isConnected();
  }

  @Override
  public void close() {
    rounds.close();
    calls.close();
    if (tests != null) {
      tests.close();
    }
    inbox.close();
    bus.close();
    lead.close();
    streams.close();
    web.close();
    database.close();
  }
}
