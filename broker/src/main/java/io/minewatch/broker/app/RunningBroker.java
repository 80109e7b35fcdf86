package io.minewatch.broker.app;

import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.broker.hive.TlsSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker of the program: it stops with the process, and says when it has lost something. */
final class RunningBroker {
  private static final Logger LOG = LoggerFactory.getLogger(RunningBroker.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  private final EmbeddedBroker broker;
  private long droppedBefore;

  private RunningBroker(EmbeddedBroker broker) {
    this.broker = broker;
  }

  /** Starts it and returns; the process lives on until it is told to stop. */
  static void start(ProgramSettings settings) throws IOException {
    ReloadedAccounts accounts = new ReloadedAccounts(settings.accounts());
    EmbeddedBroker broker = EmbeddedBroker.start(settings.broker(), accounts);
    // Not a daemon: this thread keeps the process alive.
    ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    RunningBroker running = new RunningBroker(broker);
    long every = LOOK_EVERY.toSeconds();
    var unused =
        clockwork.scheduleWithFixedDelay(running::tellDrops, every, every, TimeUnit.SECONDS);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  clockwork.shutdownNow();
                  broker.close();
                },
                "broker-stop"));
    if (settings.broker().keeps() == BrokerSettings.Keeps.MEMORY) {
      LOG.warn("sessions, queues and retained messages are kept in memory: a restart forgets them");
    }
    TlsSettings tls = settings.broker().tls();
    LOG.info(
        "the broker is ready on {}:{}{}",
        settings.broker().bindAddress(),
        broker.port(),
        tls == null ? "" : ", encrypted on " + tls.bindAddress() + ":" + broker.tlsPort());
  }

  private void tellDrops() {
    long dropped = broker.droppedMessages();
    if (dropped > droppedBefore) {
      LOG.warn("dropped {} messages, {} since the start", dropped - droppedBefore, dropped);
      droppedBefore = dropped;
    }
  }
}
