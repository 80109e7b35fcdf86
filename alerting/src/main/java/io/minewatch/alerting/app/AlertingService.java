package io.minewatch.alerting.app;

import io.minewatch.alerting.api.SeriesHistory;
import io.minewatch.alerting.api.Streams;
import io.minewatch.alerting.backtest.BackTests;
import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.bus.Inbox;
import io.minewatch.alerting.bus.MqttBus;
import io.minewatch.alerting.desk.Lead;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.RegistryRows;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The running service. Several can run in one process, each with its own database and port. */
public final class AlertingService implements AutoCloseable {
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

  AlertingService(
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
   * Starts the service on its own line to the broker, with the series store of its settings if they
   * name one; returns when the API answers.
   *
   * @throws io.minewatch.alerting.yaml.Problems.BadFiles if rule packs or registry are not sound
   */
  public static AlertingService start(AlertingSettings settings, Clock clock) {
    SeriesServer at = settings.series();
    if (at == null) {
      return start(settings, clock, null);
    }
    SeriesStore store = SeriesServers.store(at);
    return start(settings, clock, new StoredHistory(store), store);
  }

  /**
   * The same without a store of its own.
   *
   * @param history where past values are read, null for nowhere
   * @throws io.minewatch.alerting.yaml.Problems.BadFiles if rule packs or registry are not sound
   */
  public static AlertingService start(
      AlertingSettings settings, Clock clock, @Nullable SeriesHistory history) {
    return start(settings, clock, history, new MqttBus(settings.broker(), self(), clock));
  }

  /** A name for this run of the service. */
  static String self() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /** How this run is told from others that try rules on the same database. */
  static BackTests.Self runner(Database database) {
    return new BackTests.Self(self(), database.isEmbedded() ? Duration.ZERO : BackTests.PATIENCE);
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
    AlertingSettings.DatabaseAt at = settings.database();
    Database database = Database.open(at.url(), at.user(), at.password());
    try {
      RegistryRows kept = new RegistryRows(database);
      Map<String, MineEntry> mines =
          MineLoader.load(
              settings.mines(), packs, document -> FirstFilling.isTaken(kept, document));
      return new Assembly(settings, packs, mines.values(), bus, database, clock)
          .service(history, series);
    } catch (RuntimeException e) {
      bus.close();
      if (series != null) {
        series.close();
      }
      database.close();
      throw e;
    }
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
