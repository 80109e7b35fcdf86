package io.minewatch.alerting.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.api.SeriesHistory;
import io.minewatch.alerting.api.Streams;
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
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.desk.Troubles.Kind;
import io.minewatch.alerting.desk.Watchman;
import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.CapRows;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.registry.CanaryMine;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.view.IncidentViews;
import io.minewatch.alerting.warning.WarningDesk;
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
      Map<String, String> generated) {
    this.calls = calls;
    this.lead = lead;
    this.database = database;
    this.bus = bus;
    this.streams = streams;
    this.web = web;
    this.inbox = inbox;
    this.rounds = rounds;
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

  /** The same on a given bus, which the service then owns. */
  public static AlertingService start(
      AlertingSettings settings, Clock clock, @Nullable SeriesHistory history, Bus bus) {
    RulePacks packs = RulePackLoader.load(settings.rules());
    Map<String, MineEntry> mines = MineLoader.load(settings.mines(), packs);
    AlertingSettings.DatabaseAt at = settings.database();
    Database database = Database.open(at.url(), at.user(), at.password());
    try {
      return start(settings, clock, history, bus, packs, mines, database);
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
      Bus bus,
      RulePacks packs,
      Map<String, MineEntry> mines,
      Database database) {
    Store store = Store.of(database);
    database.write(() -> store.steps().countAnew());
    List<MineEntry> planned = new ArrayList<>(mines.values());
    planned.add(CanaryMine.entry(packs.silence()));
    Plans plans = PlanVersions.bring(store, planned, clock);
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
    Map<String, String> generated =
        FirstAccounts.create(accounts, new BCryptPasswordEncoder(), settings.passwords());
    ConfigurableApplicationContext web =
        Web.start(
            settings,
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
                plans,
                latest,
                packs,
                streams),
            history);
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
        () -> troubles.stands(Kind.BROKER, bus.isConnected() ? 0 : 1, clock.instant()));
    return new AlertingService(database, bus, streams, web, inbox, rounds, calls, lead, generated);
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
    inbox.close();
    bus.close();
    lead.close();
    streams.close();
    web.close();
    database.close();
  }
}
