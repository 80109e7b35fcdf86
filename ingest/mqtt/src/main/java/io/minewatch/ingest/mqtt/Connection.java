package io.minewatch.ingest.mqtt;

import io.minewatch.domain.wire.Outgoing;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Paho client for one network connection. It is never connected twice. */
final class Connection {
  /** At least once: the broker keeps a message until it is acknowledged. */
  static final int QOS = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** MQTT 5, retain handling: what is retained comes at each subscription. */
  private static final int RETAINED_ALWAYS = 0;

  /** MQTT 5, retain handling: it comes only if the subscription was not there. */
  private static final int RETAINED_IF_NEW = 1;

  private static final int FIRST_ERROR_CODE = 0x80;
  private static final int MAX_PACKET_IDS = 65_535;
  private static final long FAREWELL_MILLIS = 1_000;

  private final Sockets sockets;
  private final MqttConnectionOptions options;
  private final MqttAsyncClient client;
  private final long answerMillis;
  private final CompletableFuture<MqttException> lost = new CompletableFuture<>();
  private volatile boolean sessionPresent;
  private volatile int serverWindow = MAX_PACKET_IDS;

  /**
   * Prepares a connection.
   *
   * @param messages hears every message from Paho's thread, also before {@link #connect} returns
   */
  Connection(MqttSettings settings, BiConsumer<String, MqttMessage> messages)
      throws IOException, MqttException {
    sockets = new Sockets(settings);
    options = PahoOptions.of(settings, sockets.factory());
    answerMillis = settings.timing().connect().toMillis();
    client =
        new MqttAsyncClient(
            settings.server().toString(), settings.clientId(), new MemoryPersistence());
    client.setManualAcks(true);
    client.setCallback(new Hearing(messages, lost));
  }

  /** Connects and waits for the broker's answer. */
  void connect() throws MqttException {
    IMqttToken token = client.connect(options, null, null);
    // Socket, TLS handshake and answer each have their own limit.
    token.waitForCompletion(3 * answerMillis);
    sessionPresent = token.getSessionPresent();
    MqttProperties answer = token.getResponseProperties();
    if (answer != null && answer.getReceiveMaximum() != null) {
      serverWindow = answer.getReceiveMaximum();
    }
  }

  /** Whether the broker still knew our subscriptions and kept our messages. */
  boolean sessionPresent() {
    return sessionPresent;
  }

  /** Three quarters of what the broker takes: Paho counts a slot free a little late. */
  int sendWindow() {
    return Math.max(1, serverWindow * 3 / 4);
  }

  void subscribe(List<String> filters) throws MqttException {
    subscribe(filters, RETAINED_ALWAYS);
  }

  /** The same on a later connection: what is retained comes only where nothing was subscribed. */
  void subscribeAgain(List<String> filters) throws MqttException {
    subscribe(filters, RETAINED_IF_NEW);
  }

  private void subscribe(List<String> filters, int retained) throws MqttException {
    if (filters.isEmpty()) {
      return;
    }
    MqttSubscription[] wanted = new MqttSubscription[filters.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = new MqttSubscription(filters.get(i), QOS);
      wanted[i].setRetainHandling(retained);
    }
    IMqttToken token = client.subscribe(wanted, null, null, new MqttProperties());
    token.waitForCompletion(answerMillis);
    for (int code : token.getReasonCodes()) {
      if (code >= FIRST_ERROR_CODE) {
        throw new MqttException(code, new IOException("not allowed to subscribe to " + filters));
      }
    }
  }

  /** What becomes of a message that was sent. Called from Paho's thread: must not block. */
  interface Confirmation {
    /**
     * The broker has answered.
     *
     * @param refusal the MQTT 5 reason code if the broker refused the message, else null
     */
    void answered(@Nullable Integer refusal);
  }

  /** Gives a message to Paho. If the connection ends first, the confirmation never comes. */
  void send(Outgoing outgoing, Confirmation confirmation) throws MqttException {
    client.publish(
        outgoing.topic(),
        PahoMessages.write(outgoing),
        null,
        new MqttActionListener() {
          @Override
          public void onSuccess(IMqttToken token) {
            int[] codes = token.getReasonCodes();
            boolean refused = codes != null && codes.length > 0 && codes[0] >= FIRST_ERROR_CODE;
            confirmation.answered(refused ? codes[0] : null);
          }

          @Override
          public void onFailure(IMqttToken token, Throwable cause) {
            LOG.debug("not confirmed on {}: {}", client.getClientId(), cause.toString());
          }
        });
  }

  void acknowledge(int packetId) throws MqttException {
    client.messageArrivedComplete(packetId, QOS);
  }

  boolean isAlive() {
    return !lost.isDone() && client.isConnected();
  }

  /** Tells whoever watches that this connection is to be given up. */
  void giveUp(MqttException cause) {
    lost.complete(cause);
  }

  CompletableFuture<MqttException> lost() {
    return lost;
  }

  static boolean isTakenOver(Throwable cause) {
    return cause instanceof MqttException e
        && e.getReasonCode() == MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER;
  }

  /** Says farewell, so that the broker sends no will; the session stays. */
  void leave() {
    try {
      client.disconnect(0).waitForCompletion(FAREWELL_MILLIS);
    } catch (MqttException e) {
      LOG.debug("no farewell from {}: {}", client.getClientId(), e.toString());
    }
    discard();
  }

  /** Ends the network connection, so that whatever waits on it fails now. */
  void cut() {
    try {
      sockets.cut();
    } catch (IOException e) {
      LOG.warn("the socket of {} did not close well: {}", client.getClientId(), e.toString());
    }
  }

  /** Ends the connection and Paho's threads at once, in whatever state they are. */
  void discard() {
    cut();
    try {
      client.disconnectForcibly(0, FAREWELL_MILLIS, false);
      client.close(true);
    } catch (MqttException e) {
      LOG.warn(
          "the old connection of {} did not close well: {}", client.getClientId(), e.toString());
    }
  }

  /** What Paho tells us of a connection, from its own threads. */
  private record Hearing(
      BiConsumer<String, MqttMessage> messages, CompletableFuture<MqttException> lost)
      implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      messages.accept(topic, message);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      MqttException cause = response.getException();
      lost.complete(cause != null ? cause : new MqttException(response.getReturnCode()));
    }

    @Override
    public void mqttErrorOccurred(MqttException error) {
      LOG.warn("Paho reports: {}", error.toString());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }
}
