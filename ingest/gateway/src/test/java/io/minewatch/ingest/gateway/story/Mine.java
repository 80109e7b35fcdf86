package io.minewatch.ingest.gateway.story;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.gateway.message.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real broker, which can be away for a while, and a folder into which readings are dropped. */
final class Mine implements AutoCloseable {
  static final MineCode MINE = new MineCode("140921021337");
  static final MineCode DEVICES = new MineCode("140921029999");
  static final Site SITE = new Site(MINE, new GatewayId("gw-01"));
  static final String PASSWORD = "only-in-this-test";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<Account> ACCOUNTS =
      List.of(
          account("gateway", Role.GATEWAY, MINE),
          account("device", Role.GATEWAY, DEVICES),
          account("judge", Role.JUDGE, null),
          account("archive", Role.ARCHIVE, null));

  private final Path folder;
  private EmbeddedBroker broker;
  private int port;
  private int files;

  Mine(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(drop());
    startBroker();
  }

  private static Account account(String user, Role role, MineCode mine) {
    return new Account(user, Passwords.hash(PASSWORD, RANDOM), role, mine);
  }

  void startBroker() throws IOException {
    broker = EmbeddedBroker.start(BrokerSettings.of(folder.resolve("broker"), port), ACCOUNTS);
    port = broker.port();
  }

  void stopBroker() {
    broker.close();
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  /** Where files are dropped. */
  Path drop() {
    return folder.resolve("drop");
  }

  /** Starts the program with settings that make waiting short. */
  GatewayProcess gateway() throws IOException {
    return GatewayProcess.start(folder.resolve("gateway.log"), environment());
  }

  /** The same, with edge nodes at another broker. */
  GatewayProcess gateway(URI edgeNodes, Map<String, String> more) throws IOException {
    Map<String, String> environment = environment();
    environment.put("MINEWATCH_GATEWAY_SPARKPLUG_URI", edgeNodes.toString());
    environment.putAll(more);
    return GatewayProcess.start(folder.resolve("gateway.log"), environment);
  }

  /** The same, with some settings otherwise. */
  GatewayProcess gateway(Map<String, String> more) throws IOException {
    Map<String, String> environment = environment();
    environment.putAll(more);
    return GatewayProcess.start(folder.resolve("gateway.log"), environment);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("MINEWATCH_GATEWAY_MINE", MINE.toString());
    environment.put("MINEWATCH_GATEWAY_GATEWAY", "gw-01");
    environment.put("MINEWATCH_GATEWAY_QUEUE", folder.resolve("queue").toString());
    environment.put("MINEWATCH_GATEWAY_FOLDERS", drop().toString());
    environment.put("MINEWATCH_GATEWAY_FOLDER_SETTLE", "PT0.5S");
    environment.put("MINEWATCH_GATEWAY_BROKER_URI", uri().toString());
    environment.put("MINEWATCH_GATEWAY_BROKER_USER", "gateway");
    environment.put("MINEWATCH_GATEWAY_BROKER_PASSWORD", PASSWORD);
    environment.put("MINEWATCH_GATEWAY_DEVICES_URI", uri().toString());
    environment.put("MINEWATCH_GATEWAY_DEVICES_USER", "judge");
    environment.put("MINEWATCH_GATEWAY_DEVICES_PASSWORD", PASSWORD);
    environment.put("MINEWATCH_GATEWAY_DEVICES_READINGS", "mw/v1/" + DEVICES + "/+/readings");
    environment.put("MINEWATCH_GATEWAY_LIVE_FOR", "PT3S");
    environment.put("MINEWATCH_GATEWAY_GAP_PATIENCE", "PT1S");
    environment.put("MINEWATCH_GATEWAY_RECEIPT_STALL", "PT4S");
    environment.put("MINEWATCH_GATEWAY_BACKFILL_RATE", "20");
    environment.put("MINEWATCH_GATEWAY_STATUS_EVERY", "PT1S");
    return environment;
  }

  static String reading(int number) {
    return "[{\"bn\":\"140921021337/gw-01/\",\"bt\":1767225600,\"n\":\"T1\",\"v\":" + number + "}]";
  }

  /** As a careful program drops a file: written under another name, then renamed. */
  int dropReading() throws IOException {
    Path part = Files.writeString(drop().resolve("r.part"), reading(files));
    Files.move(
        part, drop().resolve(String.format("r%05d.json", files)), StandardCopyOption.ATOMIC_MOVE);
    return files++;
  }

  /** Drops a file of one cycle of many points. */
  void dropCycle(int points) throws IOException {
    StringBuilder pack = new StringBuilder("[{\"bn\":\"" + MINE + "/gw-01/\",\"bt\":1767225600");
    for (int i = 0; i < points; i++) {
      pack.append(i == 0 ? "," : ",{")
          .append("\"n\":\"T")
          .append(i)
          .append("\",\"u\":\"/\",\"v\":");
      pack.append((files + i) % 100 / 10_000.0).append('}');
    }
    Path part = Files.writeString(drop().resolve("c.part"), pack.append(']'));
    Files.move(
        part, drop().resolve(String.format("c%05d.json", files)), StandardCopyOption.ATOMIC_MOVE);
    files++;
  }

  void dropReadings(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int unused = dropReading();
    }
  }

  /** Readings dropped so far. */
  int files() {
    return files;
  }

  @Override
  public void close() {
    broker.close();
  }
}
