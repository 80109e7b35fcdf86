package io.minewatch.bench.nation;

import io.minewatch.bench.measure.Machine;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Timetable;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A nation that speaks to the whole platform in real time, by its timetable and not by the
 * platform's pace. Correctness comes first: alerting's database must hold exactly what the script
 * says, each once, and each that calls must have its call; otherwise the run has no figures.
 */
public final class NationContest {
  /** Of all paced runs. */
  public static final long SEED = 20_260_101;

  private static final int LINES = 16;
  private static final long LOOK_MILLIS = 200;
  private static final long TELL_SECONDS = 10;

  /** Until the first message, for the lines to be up. */
  private static final long START_SECONDS = 3;

  /** Messages of one line that may wait for the broker's confirmation. */
  private static final int WINDOW = 20_000;

  private final NationSettings settings;
  private final String password;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param password of all accounts at the broker of the run
   * @param progress told a line now and then
   */
  public NationContest(
      NationSettings settings, String password, Clock clock, Consumer<String> progress) {
    this.settings = settings;
    this.password = password;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param command with which it can be repeated
   */
  public Figures run(String command) throws Exception {
    Machine before = Machine.here();
    Instant started = clock.instant();
    Workload drawn =
        new Workload(Mix.paced(SEED, settings.mines(), settings.share(), settings.pace()));
    progress.accept(
        "%d mines, %d points, %d people: %.0f readings and positions a second"
            .formatted(settings.mines(), drawn.points(), drawn.tags(), Timetable.perSecond(drawn)));
    var run = new Platform.Run(settings, drawn, password, clock, progress);
    try (Platform platform = Platform.start(run);
        Round round = round(platform, drawn)) {
      send(round);
      drain(round);
      return new Accounts(round).figures(command, started.toString(), before);
    }
  }

  private Round round(Platform platform, Workload drawn) throws SQLException {
    Timetable timetable = new Timetable(drawn);
    List<MqttLink> lines = lines(platform);
    long startMillis = (clock.millis() / 1_000 + START_SECONDS) * 1_000;
    long startNanos = System.nanoTime() + (startMillis - clock.millis()) * 1_000_000;
    Sender.Start start = new Sender.Start(startNanos, startMillis);
    Workload workload = drawn.startingAt(startMillis);
    Round.Watch watch =
        new Round.Watch(
            new Sender(timetable, lines, start),
            Witness.ofFindings(platform.line("observer"), clock),
            new Tail(platform.database()));
    return new Round(new Round.Given(settings, workload, timetable, start), platform, watch);
  }

  private List<MqttLink> lines(Platform platform) {
    List<MqttLink> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      MqttSettings line =
          platform.line("simulator").withClientId("bench-mines-" + i).withPublishWindow(WINDOW);
      lines.add(MqttLink.open(line, List.of(), new Deaf(), clock));
    }
    return lines;
  }

  private void send(Round round) throws IOException, InterruptedException {
    Sender sender = round.watch.sender();
    long warmMicros = settings.warm().toMillis() * 1_000;
    long endMicros = round.endMicros();
    Thread sending = new Thread(() -> sender.send(warmMicros, endMicros), "bench-sender");
    sending.start();
    long killAt =
        settings.meddling().kill().isEmpty() ? Long.MAX_VALUE : (warmMicros + endMicros) / 2;
    long told = 0;
    while (sending.isAlive()) {
      long micros = (System.nanoTime() - round.start.nanos()) / 1_000;
      if (micros >= warmMicros) {
        round.warmedUp();
      }
      if (micros >= killAt) {
        killAt = Long.MAX_VALUE;
        round.kill(settings.meddling().kill());
        progress.accept(settings.meddling().kill() + " was killed and started anew");
      }
      if (micros / 1_000_000 / TELL_SECONDS > told) {
        told = micros / 1_000_000 / TELL_SECONDS;
        progress.accept(
            "%4d s: %d messages sent, %d unconfirmed, %d facts on the bus"
                .formatted(
                    told * TELL_SECONDS,
                    sender.sent(),
                    sender.unconfirmed(),
                    round.watch.witness().facts()));
      }
      sending.join(LOOK_MILLIS);
    }
    round.ended();
  }

  private void drain(Round round) throws IOException, SQLException, WireException {
    round.drain.await();
    round.rests();
    Duration surplus = settings.checkpoints().interval().multipliedBy(2).plusSeconds(2);
    LockSupport.parkNanos(surplus.toNanos()); // for what should not come
    round.holds(new Kept(round.platform.database()).ofLimits());
    progress.accept(
        "%d of %d facts are kept".formatted(round.facts().size(), round.drain.expectedFacts()));
  }

  /** The nation hears nothing. */
  private static final class Deaf implements MqttListener {
    @Override
    public void onMessage(Delivery delivery) {
      throw new IllegalStateException("subscribed to nothing");
    }
  }
}
