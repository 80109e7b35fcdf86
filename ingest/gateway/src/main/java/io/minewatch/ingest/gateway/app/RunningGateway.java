package io.minewatch.ingest.gateway.app;

import io.minewatch.ingest.files.table.Formats;
import io.minewatch.ingest.gateway.bridge.CsvFile;
import io.minewatch.ingest.gateway.bridge.FileBridge;
import io.minewatch.ingest.gateway.bridge.JsonFile;
import io.minewatch.ingest.gateway.disk.DiskQueue;
import io.minewatch.ingest.gateway.disk.SeenFiles;
import io.minewatch.ingest.gateway.input.DeviceInput;
import io.minewatch.ingest.gateway.input.DropFolder;
import io.minewatch.ingest.gateway.input.FolderSettings;
import io.minewatch.ingest.gateway.input.Inlet;
import io.minewatch.ingest.gateway.input.LineInput;
import io.minewatch.ingest.gateway.input.RefusedMessages;
import io.minewatch.ingest.gateway.input.SparkplugInput;
import io.minewatch.ingest.gateway.input.Times;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.national.NationalFile;
import io.minewatch.ingest.gateway.national.UnitsFile;
import io.minewatch.ingest.gateway.relay.MqttUplink;
import io.minewatch.ingest.gateway.relay.Relay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway at work: the relay and its inputs, each on a thread of its own. */
final class RunningGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningGateway.class);
  private static final String UNITS = "units.txt";
  private static final String REFUSED = "refused-messages";
  private static final Duration SCAN_EVERY = Duration.ofSeconds(1);
  private static final Duration TIDY_EVERY = Duration.ofHours(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final GatewaySettings settings;
  private final Times times;
  private final Relay relay;
  private final UnitsFile units;
  private final RefusedMessages refused;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<Thread> inputs = new ArrayList<>();
  private final Thread relaying;
  private @Nullable DeviceInput devices;
  private @Nullable SparkplugInput edgeNodes;

  private RunningGateway(GatewaySettings settings, Times times, Relay relay, UnitsFile units) {
    this.settings = settings;
    this.times = times;
    this.relay = relay;
    this.units = units;
    refused =
        new RefusedMessages(
            settings.queue().resolve(REFUSED),
            settings.keepRefused(),
            relay.keeper(),
            times.wall());
    relaying = new Thread(relay, "relay");
  }

  /**
   * Starts it.
   *
   * @throws IOException if the queue, or the units kept beside it, cannot be opened
   */
  static RunningGateway start(GatewaySettings settings, Clock wall) throws IOException {
    Times times = new Times(wall, new SteadyClock(wall));
    Site site = settings.site();
    UnitsFile units = UnitsFile.open(settings.queue().resolve(UNITS));
    DiskQueue queue =
        DiskQueue.open(
            settings.queue(), settings.relay().queueLimitBytes(), site, newSession(wall));
    LOG.info(
        "gateway {}, session {}, next message {}, {} on disk",
        site,
        queue.sessionId(),
        queue.next(),
        queue.held().count());
    Relay relay =
        new Relay(
            settings.relay(),
            queue,
            site,
            times,
            () -> newSession(wall),
            (will, ear) ->
                MqttUplink.open(
                    settings.broker().withWill(will),
                    site,
                    settings.relay().rules().needed(),
                    ear,
                    times.steady()));
    RunningGateway gateway = new RunningGateway(settings, times, relay, units);
    gateway.begin();
    return gateway;
  }

  private static String newSession(Clock wall) {
    return String.format(
        Locale.ROOT,
        "%s-%04x",
        wall.instant().truncatedTo(ChronoUnit.SECONDS),
        ThreadLocalRandom.current().nextInt(1 << 16));
  }

  private void begin() {
    relaying.start();
    for (FolderSettings folder : settings.folders()) {
      String name = "folder " + folder.folder();
      input(name, () -> watch(folder, name));
    }
    GatewaySettings.Devices local = settings.devices();
    if (local != null) {
      devices = DeviceInput.open(local.broker(), local.topics(), inlet());
    }
    GatewaySettings.EdgeNodes sparkplug = settings.sparkplug();
    if (sparkplug != null) {
      edgeNodes = SparkplugInput.open(sparkplug.broker(), sparkplug.rules(), inlet());
    }
    if (settings.stdin() == GatewaySettings.Stdin.READ) {
      input("stdin", this::readLines);
    }
  }

  /** Payloads of its own for each input. */
  private Inlet inlet() {
    return new Inlet(new Payloads(settings.site()), relay.keeper(), refused, times);
  }

  private interface Input {
    void run() throws IOException, InterruptedException;
  }

  private void input(String name, Input input) {
    Thread thread =
        new Thread(
            () -> {
              try {
                input.run();
              } catch (InterruptedException e) {
                LOG.debug("{} stops", name);
              } catch (IOException | RuntimeException e) {
                LOG.error("{} cannot be read any more", name, e);
                relay.keeper().cannotRead(name);
              }
            },
            name);
    thread.setDaemon(true);
    inputs.add(thread);
    thread.start();
  }

  /** Beside the queue, one for each folder: each has a thread of its own. */
  private Path seen(FolderSettings folder) {
    CRC32C path = new CRC32C();
    path.update(folder.folder().toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
    return settings.queue().resolve(String.format("seen-%08x.db", path.getValue()));
  }

  private void watch(FolderSettings folder, String name) throws InterruptedException {
    try (SeenFiles seen = SeenFiles.open(seen(folder), times.steady().instant())) {
      watch(folder, name, seen);
    }
  }

  private void watch(FolderSettings folder, String name, SeenFiles seen)
      throws InterruptedException {
    Payloads payloads = new Payloads(settings.site());
    Formats formats = settings.formats();
    List<FileBridge> bridges =
        List.of(
            new NationalFile(formats, settings.words(), payloads, units, seen),
            new JsonFile(payloads),
            new CsvFile(payloads));
    DropFolder drop =
        new DropFolder(folder, bridges, relay.keeper(), settings.relay().rules().liveFor());
    long tidyAt = System.nanoTime();
    boolean broken = false;
    do {
      try {
        drop.scan(times);
        if (System.nanoTime() - tidyAt >= 0) {
          tidyAt += TIDY_EVERY.toNanos();
          drop.tidy(times.wall().instant());
        }
        if (broken) {
          LOG.info("{} can be read again", name);
          relay.keeper().readsAgain(name);
        }
        broken = false;
      } catch (IOException | RuntimeException e) {
        // Whatever it was, the next round may go well; a watcher that has ended sees nothing more.
        if (!broken && stopping.getCount() > 0) {
          LOG.error("{} cannot be read; trying again", name, e);
          relay.keeper().cannotRead(name);
        }
        broken = true;
      }
    } while (!stopping.await(SCAN_EVERY.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void readLines() throws IOException, InterruptedException {
    new LineInput(inlet()).read(System.in);
    LOG.info("standard input has ended; all of it is safe");
  }

  /** Completes when the relay has ended. */
  CompletableFuture<Void> ended() {
    return relay.ended();
  }

  /** Stops the inputs, then the relay; what was handed over is safe when it returns. */
  @Override
  public void close() {
    stopping.countDown();
    if (devices != null) {
      devices.close();
    }
    if (edgeNodes != null) {
      edgeNodes.close();
    }
    inputs.forEach(Thread::interrupt);
    relay.close();
    try {
      for (Thread input : inputs) {
        input.join(SCAN_EVERY.toMillis());
      }
      relaying.join(STOP_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
