package io.minewatch.ingest.mqtt;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.PackNumber;
import io.minewatch.domain.wire.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/** Between our messages and Paho's: MQTT 5 properties to fields and back. */
final class PahoMessages {
  private static final String BACKFILL = Lane.BACKFILL.name().toLowerCase(Locale.ROOT);

  private PahoMessages() {}

  static Envelope read(String topic, MqttMessage message, long receivedMillis) {
    MqttProperties properties = message.getProperties();
    String contentType = properties == null ? null : properties.getContentType();
    String session = property(properties, Envelope.SESSION);
    PackNumber within =
        session == null && property(properties, Envelope.SEQUENCE) == null && isMeasured(topic)
            ? PackNumber.of(message.getPayload(), contentType == null ? "" : contentType)
            : null;
    if (within != null) {
      return new Envelope(
          topic,
          message.getPayload(),
          contentType == null ? "" : contentType,
          within.session(),
          within.sequence(),
          within.lane(),
          receivedMillis);
    }
    return new Envelope(
            topic,
            message.getPayload(),
            contentType == null ? "" : contentType,
            session == null ? "" : session,
            sequence(property(properties, Envelope.SEQUENCE)),
            BACKFILL.equals(property(properties, Envelope.LANE)) ? Lane.BACKFILL : Lane.LIVE,
            receivedMillis)
        .withCounted(Counted.parse(property(properties, Envelope.READINGS)));
  }

  /** Only what gateways measure is numbered; it may come by MQTT 3.1.1, without properties. */
  private static boolean isMeasured(String topic) {
    return topic.startsWith(Topic.PREFIX)
        && (topic.endsWith("/readings") || topic.endsWith("/positions"));
  }

  static MqttMessage write(Outgoing outgoing) {
    MqttMessage message = new MqttMessage(outgoing.payload());
    message.setQos(Connection.QOS);
    message.setRetained(outgoing.isRetained());
    message.setProperties(properties(outgoing));
    return message;
  }

  static MqttProperties properties(Outgoing outgoing) {
    MqttProperties properties = new MqttProperties();
    if (!outgoing.contentType().isEmpty()) {
      properties.setContentType(outgoing.contentType());
    }
    List<UserProperty> user = new ArrayList<>();
    if (!outgoing.session().isEmpty()) {
      user.add(new UserProperty(Envelope.SESSION, outgoing.session()));
    }
    if (outgoing.sequence() != Envelope.NO_SEQUENCE) {
      user.add(new UserProperty(Envelope.SEQUENCE, Long.toString(outgoing.sequence())));
    }
    if (outgoing.counted() != null) {
      user.add(new UserProperty(Envelope.READINGS, outgoing.counted().toString()));
    }
    if (outgoing.lane() == Lane.BACKFILL) {
      user.add(new UserProperty(Envelope.LANE, BACKFILL));
    }
    properties.setUserProperties(user);
    return properties;
  }

  private static @Nullable String property(@Nullable MqttProperties properties, String key) {
    if (properties == null || properties.getUserProperties() == null) {
      return null;
    }
    for (UserProperty property : properties.getUserProperties()) {
      if (key.equals(property.getKey())) {
        return property.getValue();
      }
    }
    return null;
  }

  /** A number that cannot be read is no number: the message itself is still judged. */
  private static long sequence(@Nullable String text) {
    if (text == null) {
      return Envelope.NO_SEQUENCE;
    }
    try {
      long sequence = Long.parseLong(text);
      return sequence >= 0 ? sequence : Envelope.NO_SEQUENCE;
    } catch (NumberFormatException e) {
      return Envelope.NO_SEQUENCE;
    }
  }
}
