package io.minewatch.ingest.app;

import io.minewatch.ingest.mqtt.MqttSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a program reaches the broker: broker, user, password, trust-store. */
final class BrokerOptions {
  /** Replaced for each gateway. */
  private static final String NO_CLIENT_YET = "gateway";

  private BrokerOptions() {}

  static MqttSettings read(Options options) {
    URI broker = options.withDefault("broker", "tcp://127.0.0.1:1883", URI::create);
    String user = options.optional("user");
    @Nullable Path trust = options.withDefault("trust-store", "", BrokerOptions::pathOrNone);
    options.refuseProblems();
    MqttSettings settings =
        MqttSettings.of(
            Objects.requireNonNull(broker),
            NO_CLIENT_YET,
            user == null ? "" : user,
            options.secret("password"));
    return trust == null
        ? settings
        : settings.withTrustStore(
            MqttSettings.TrustStore.of(trust, options.secret("trust-store-password")));
  }

  private static @Nullable Path pathOrNone(String text) {
    return text.isEmpty() ? null : Path.of(text);
  }
}
