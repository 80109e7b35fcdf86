package io.minewatch.broker.hive;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.session.ClientService;
import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Accounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A running MQTT 5 broker in this JVM. It keeps sessions, queued QoS 1 messages and retained
 * messages on disk, if it is not told otherwise: what it has acknowledged outlives the death of the
 * process. It is not synchronised to disk message by message, so the last second may be lost with
 * the machine's power.
 *
 * <p>The limits of HiveMQ that are no settings are set for the whole JVM: brokers in one JVM share
 * the windows of the last one started.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /** What is handed to a subscriber in one go; HiveMQ's default of 50 slows a large window. */
  private static final int POLL_BATCH = 500;

  /** Says that a broker in memory ran beside the folder. */
  private static final String IN_MEMORY = "kept-in-memory";

  /** Where HiveMQ keeps what it keeps on disk. */
  private static final String SESSIONS = "persistence";

  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedHiveMQ hive;
  private final BrokerSettings settings;
  private final EagerDelivery delivery;

  private EmbeddedBroker(EmbeddedHiveMQ hive, BrokerSettings settings, EagerDelivery delivery) {
    this.hive = hive;
    this.settings = settings;
    this.delivery = delivery;
  }

  /** As {@link #start(BrokerSettings, Supplier)}, with accounts that do not change. */
  public static EmbeddedBroker start(BrokerSettings settings, List<Account> accounts)
      throws IOException {
    Accounts fixed = Accounts.of(accounts);
    return start(settings, () -> fixed);
  }

  /**
   * Starts a broker and returns when it takes connections.
   *
   * @param accounts asked at each sign-in and every few seconds, by several threads; one that is
   *     not there any more ends the connections that were made with it
   * @throws IOException if a port is taken, the data cannot be opened, or it does not start in time
   */
  public static EmbeddedBroker start(BrokerSettings settings, Supplier<Accounts> accounts)
      throws IOException {
    BrokerSettings real = withRealPorts(settings);
    Path conf = Files.createDirectories(real.dataDir().resolve("conf"));
    Path data = Files.createDirectories(real.dataDir().resolve("data"));
    Path extensions = Files.createDirectories(real.dataDir().resolve("extensions"));
    boolean marked = refuseStale(real, data);
    boolean started = false;
    try {
      ConfigFile.write(conf, real);
      InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES = real.limits().subscriberWindow();
      InternalConfigurations.PUBLISH_POLL_BATCH_SIZE = POLL_BATCH;
      SignedIn signedIn = new SignedIn(accounts);
      EmbeddedHiveMQ hive =
          EmbeddedHiveMQ.builder()
              .withConfigurationFolder(conf)
              .withDataFolder(data)
              .withExtensionsFolder(extensions)
              .withEmbeddedExtension(
                  extension(new SignIn(accounts, signedIn, new SecureRandom()), signedIn))
              .withoutLoggingBootstrap()
              .build();
      try {
        await(hive.start(), START_LIMIT);
        EmbeddedBroker broker = new EmbeddedBroker(hive, real, EagerDelivery.start(hive));
        started = true;
        return broker;
      } catch (IOException | RuntimeException e) {
        throw stopped(hive, new IOException("the broker did not start in " + real.dataDir(), e));
      }
    } finally {
      if (marked && !started) {
        Files.deleteIfExists(real.dataDir().resolve(IN_MEMORY));
      }
      // It may hold the password of the key store, and is made anew at each start.
      Files.deleteIfExists(conf.resolve(ConfigFile.NAME));
    }
  }

  /**
   * What was on disk before the broker was run in memory is not resumed: old orders would stand.
   *
   * @return whether the mark is new, that one in memory runs: where it does not start, none did
   */
  private static boolean refuseStale(BrokerSettings settings, Path data) throws IOException {
    Path mark = settings.dataDir().resolve(IN_MEMORY);
    if (settings.keeps() == BrokerSettings.Keeps.MEMORY) {
      boolean fresh = !Files.exists(mark);
      Files.writeString(mark, "");
      return fresh;
    }
    if (Files.exists(mark) && Files.exists(data.resolve(SESSIONS))) {
      throw new IOException(
          "%s is from before the broker kept its sessions in memory: move it and %s away"
              .formatted(data, mark));
    } else {
      Files.deleteIfExists(mark);
    }
    return false;
  }

  /** The plain door. */
  public int port() {
    return settings.port();
  }

  /**
   * The encrypted door.
   *
   * @throws IllegalStateException if there is none
   */
  public int tlsPort() {
    TlsSettings tls = settings.tls();
    if (tls == null) {
      throw new IllegalStateException("this broker has no encrypted door");
    }
    return tls.port();
  }

  /** Messages dropped since the start, because a queue was full or a client too slow. */
  public long droppedMessages() {
    return hive.getMetricRegistry().counter("com.hivemq.messages.dropped.count").getCount();
  }

  /** Stops the broker and returns when its data is closed. */
  @Override
  public void close() {
    delivery.close();
    try {
      await(hive.stop(), STOP_LIMIT);
    } catch (IOException e) {
      throw new IllegalStateException("the broker did not stop cleanly", e);
    }
  }

  private static IOException stopped(EmbeddedHiveMQ hive, IOException failure) {
    try {
      await(hive.stop(), STOP_LIMIT);
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
    return failure;
  }

  private static void await(CompletableFuture<Void> future, Duration limit) throws IOException {
    try {
      future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("not within " + limit, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static BrokerSettings withRealPorts(BrokerSettings settings) throws IOException {
    int port = realPort(settings.bindAddress(), settings.port());
    TlsSettings tls = settings.tls();
    if (tls != null) {
      tls = tls.at(realPort(tls.bindAddress(), tls.port()));
    }
    return new BrokerSettings(
        settings.dataDir(), settings.bindAddress(), port, tls, settings.limits(), settings.keeps());
  }

  /** Tries the door before HiveMQ does, which knows no free port and hides a taken one. */
  private static int realPort(String address, int port) throws IOException {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new IOException("cannot listen on " + address + ":" + port, e);
    }
  }

  private static EmbeddedExtension extension(SignIn signIn, SignedIn signedIn) {
    return EmbeddedExtension.builder()
        .withId("minewatch-access")
        .withName("Minewatch access")
        .withVersion("1")
        .withAuthor("Minewatch")
        .withPriority(0)
        .withStartPriority(0)
        .withExtensionMain(
            new ExtensionMain() {
              @Override
              public void extensionStart(ExtensionStartInput in, ExtensionStartOutput out) {
                Services.securityRegistry().setAuthenticatorProvider(asked -> signIn);
                ClientService clients = Services.clientService();
                long every = SignedIn.LOOK_EVERY.toMillis();
                var unused =
                    Services.extensionExecutorService()
                        .scheduleWithFixedDelay(
                            () -> signedIn.look(clients), every, every, TimeUnit.MILLISECONDS);
              }

              @Override
              public void extensionStop(ExtensionStopInput in, ExtensionStopOutput out) {
                // Nothing of ours outlives the broker.
              }
            })
        .build();
  }
}
