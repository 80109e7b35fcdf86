package io.minewatch.ingest.mqtt;

import io.minewatch.domain.wire.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;

/** Our settings in Paho's words. Everything that Paho would leave open is said. */
final class PahoOptions {
  private PahoOptions() {}

  static MqttConnectionOptions of(MqttSettings settings, SocketFactory sockets) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    MqttSettings.Timing timing = settings.timing();
    // A broker that was killed can bring back a session that was to end with the connection,
    // without
    // its subscriptions; a link that keeps nothing does not ask for one.
    options.setCleanStart(timing.sessionExpiry().isZero());
    options.setSessionExpiryInterval(timing.sessionExpiry().toSeconds());
    // Left out it means 65,535, and a broker then sends more than there are packet ids.
    options.setReceiveMaximum(settings.receiveMaximum());
    options.setMaximumPacketSize((long) MqttSettings.MAX_PACKET_BYTES);
    options.setKeepAliveInterval(seconds(timing.keepAlive()));
    options.setConnectionTimeout(seconds(timing.connect()));
    // Paho can stop reconnecting for good: the supervisor does it with a new client.
    options.setAutomaticReconnect(false);
    options.setSocketFactory(sockets);
    options.setHttpsHostnameVerificationEnabled(true);
    if (!settings.user().isEmpty()) {
      options.setUserName(settings.user());
      options.setPassword(settings.password().getBytes(StandardCharsets.UTF_8));
    }
    Outgoing will = settings.will();
    if (will != null) {
      options.setWill(will.topic(), PahoMessages.write(will));
      options.setWillMessageProperties(PahoMessages.properties(will));
    }
    return options;
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.toSeconds());
  }
}
