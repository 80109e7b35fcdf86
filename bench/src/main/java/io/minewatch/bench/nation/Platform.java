package io.minewatch.bench.nation;

import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.process.Part;
import io.minewatch.bench.process.Programs;
import io.minewatch.bench.workload.Workload;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Broker, judge, archive, alerting and store, each a process, as a deployment of several programs
 * has them. Started in the order in which an installation starts them; ready when every mine is
 * judged and the archive hears.
 */
final class Platform implements AutoCloseable {
  private static final String MAIN = "io.minewatch.bench.app.PartMain";
  private static final String BROKER = "broker";
  private static final String UP = "the part is up";
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final Run run;
  private final NationSettings settings;
  private final List<Part> parts = new ArrayList<>();
  private final int brokerPort;
  private @Nullable URI storeUrl;

  /**
   * What is to be started, and for whom.
   *
   * @param password of all accounts at the broker
   * @param progress told a line for each step
   */
  record Run(
      NationSettings settings,
      Workload workload,
      String password,
      Clock clock,
      Consumer<String> progress) {}

  private Platform(Run run) throws IOException {
    this.run = run;
    this.settings = run.settings();
    this.brokerPort = Programs.freePort();
  }

  /** Starts everything and returns when all mines are judged. */
  static Platform start(Run run) throws IOException {
    Platform platform = new Platform(run);
    boolean up = false;
    try {
      URI store = platform.store("");
      platform.storeUrl = store;
      platform.broker();
      platform.alerting();
      platform.job("judge", new Heap(700, 0.9));
      if (store != null) {
        platform.job(
            "archive", new Heap(700, 0.7), "series=" + store, "store=" + platform.settings.store());
      }
      Witness.awaitMines(platform.part("judge"), platform.line("observer"), run, PATIENCE);
      if (store != null) {
        int slots = platform.settings.checkpoints().slots();
        Jobs.awaitHearing(platform.part("archive"), slots, platform.brokerPort, PATIENCE);
      }
      platform.peers();
      up = true;
      return platform;
    } finally {
      if (!up) {
        platform.close();
      }
    }
  }

  private void broker() throws IOException {
    if (settings.broker() == NationSettings.Broker.MOSQUITTO) {
      start(Mosquitto.program(folder(BROKER), brokerPort)).awaitWord(Mosquitto.UP, PATIENCE);
      return;
    }
    add(BROKER, new Heap(700, 0.35), "port=" + brokerPort, "keeps=" + settings.broker());
  }

  /** Heap that grows with the mines, in MiB. */
  private record Heap(int base, double perMine) {}

  private int mebibytes(Heap heap) {
    return (int) (heap.base() + heap.perMine() * settings.mines());
  }

  private Path folder(String part) {
    return settings.folder().resolve(part);
  }

  private Part start(Programs.Program program) throws IOException {
    Path folder = Files.createDirectories(settings.folder());
    Part part = Part.start(settings.meddling().with(program, folder), folder);
    parts.add(part);
    return part;
  }

  private Part add(String name, Heap heap, String... told) throws IOException {
    return add(name, "", heap, told);
  }

  private Part add(String kind, String prefix, Heap heap, String... told) throws IOException {
    String name = prefix + kind;
    List<String> arguments = new ArrayList<>(List.of(MAIN, kind, "dir=" + folder(name)));
    arguments.addAll(List.of(told));
    List<String> command = Programs.java(mebibytes(heap), arguments.toArray(String[]::new));
    Part part =
        start(
            new Programs.Program(
                name, command, Map.of("MINEWATCH_BENCH_PASSWORD", run.password())));
    part.awaitWord(UP, PATIENCE);
    run.progress().accept(name + " is up");
    return part;
  }

  /**
   * Starts a store.
   *
   * @param prefix of its name: empty for the product's own
   */
  private @Nullable URI store(String prefix) throws IOException {
    int port = Programs.freePort();
    URI url = URI.create("http://127.0.0.1:" + port);
    switch (settings.store()) {
      case NONE -> {
        return null;
      }
      case QUESTDB -> add("questdb", prefix, new Heap(768, 0), "port=" + port);
      case INFLUXDB -> {
        start(Influx.program(prefix + "influxdb", folder(prefix + "influxdb"), port));
        Influx.awaitAndPrepare(url);
      }
    }
    return url;
  }

  private void job(String name, Heap heap, String... more) throws IOException {
    add(name, heap, Jobs.told(run, brokerPort, more).toArray(String[]::new));
  }

  private void alerting() throws IOException {
    var program =
        Alerting.program(run, settings.folder(), brokerPort, mebibytes(new Heap(700, 0.6)));
    Part part = start(program);
    part.awaitWord("alerting answers on port", PATIENCE);
    run.progress().accept("alerting is up");
    Alerting.awaitPlans(part, new Kept(database()), PATIENCE, run.progress());
  }

  private void peers() throws IOException {
    Path nodeRed = settings.peers().get(NationSettings.Peer.NODE_RED);
    if (nodeRed != null) {
      NodeRed peer = new NodeRed(folder(NationSettings.Peer.NODE_RED.part()));
      start(peer.program(nodeRed, brokerPort, run.password()))
          .awaitWord("Connected to broker", PATIENCE);
      run.progress().accept("Node-RED hears the same messages");
    }
    if (settings.peers().containsKey(NationSettings.Peer.LIMIT)) {
      limit();
    }
  }

  private void limit() throws IOException {
    String name = NationSettings.Peer.LIMIT.part();
    Files.createDirectories(folder(name));
    URI store = store(name + "-");
    add(
        name,
        new Heap(512, 0.2),
        "broker=tcp://127.0.0.1:" + brokerPort,
        "mines=" + settings.mines(),
        "batch=" + settings.share().batch(),
        "people=" + settings.share().people(),
        "faster=" + settings.pace().times(),
        "store=" + settings.store(),
        "series=" + (store == null ? "" : store));
  }

  /** What a peer has found. */
  List<Told> told(NationSettings.Peer peer) throws IOException {
    return PeerAlarms.read(PeerAlarms.file(folder(peer.part())));
  }

  /** Where the store answers; null for none. */
  @Nullable URI storeUrl() {
    return storeUrl;
  }

  /** As {@link Drops} has it. */
  long droppedMessages() {
    return Drops.told(settings.broker(), part(BROKER).said());
  }

  String password() {
    return run.password();
  }

  /** Alerting's own database. */
  Path database() {
    return folder(Alerting.DATABASE);
  }

  /** How somebody reaches the broker. */
  MqttSettings line(String user) {
    return MqttSettings.of(
        URI.create("tcp://127.0.0.1:" + brokerPort), "bench." + user, user, run.password());
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  Part part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      parts.get(i).close();
    }
  }
}
