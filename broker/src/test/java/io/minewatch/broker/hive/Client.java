package io.minewatch.broker.hive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** A real MQTT 5 client as a test wants it: blocking, persistent, remembering what it was sent. */
public final class Client implements AutoCloseable {
  /** Taken, but no subscriber matches. */
  private static final int NOBODY_LISTENS = 0x10;

  private static final int FIRST_REFUSAL = 0x80;
  private static final int LAST_REFUSAL = 0xff;
  private static final long TIMEOUT_MILLIS = 20_000;

  private final MqttAsyncClient paho;
  private final MqttConnectionOptions options = new MqttConnectionOptions();

  /** How the present connection ended: the reason that the broker gave, or what broke it. */
  private volatile CompletableFuture<Integer> goodbye = new CompletableFuture<>();

  private boolean refused;

  /** {@code topic text}, in the order of arrival. */
  public final List<String> received = new CopyOnWriteArrayList<>();

  public Client(String server, String clientId) throws MqttException {
    paho = new MqttAsyncClient(server, clientId, new MemoryPersistence());
    options.setCleanStart(false);
    options.setSessionExpiryInterval(3_600L);
    options.setAutomaticReconnect(false);
    if (server.startsWith("tcp:")) {
      options.setSocketFactory(new NoDelay());
    }
    paho.setCallback(new Remember());
  }

  /** A client at the plain door of this machine. */
  public static Client at(int port, String clientId) throws MqttException {
    return new Client("tcp://127.0.0.1:" + port, clientId);
  }

  public MqttConnectionOptions options() {
    return options;
  }

  public Client manualAcks() {
    paho.setManualAcks(true);
    return this;
  }

  /** Connects; tells whether the broker knew the session. */
  public boolean connect(String user, String password) throws MqttException {
    options.setUserName(user);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    return connect();
  }

  /** Connects with the options as they are. */
  public boolean connect() throws MqttException {
    goodbye = new CompletableFuture<>();
    refused = false;
    IMqttToken token = paho.connect(options);
    token.waitForCompletion(TIMEOUT_MILLIS);
    return token.getSessionPresent();
  }

  /** Returns the reason code: 1 if granted at QoS 1. */
  public int subscribe(String filter) throws MqttException {
    IMqttToken token = paho.subscribe(new MqttSubscription(filter, 1));
    token.waitForCompletion(TIMEOUT_MILLIS);
    return Arrays.stream(token.getReasonCodes()).findFirst().orElseThrow();
  }

  /** Publishes and waits for the answer; returns its reason code, 0 for taken. */
  public int publish(String topic, String text) throws MqttException {
    return publish(topic, new MqttMessage(text.getBytes(StandardCharsets.UTF_8), 1, false, null));
  }

  public int publishRetained(String topic, String text) throws MqttException {
    return publish(topic, new MqttMessage(text.getBytes(StandardCharsets.UTF_8), 1, true, null));
  }

  private int publish(String topic, MqttMessage message) throws MqttException {
    message.setProperties(new MqttProperties());
    Answer answer = new Answer();
    var unused = goodbye.whenComplete(answer::goodbye);
    paho.publish(topic, message, null, answer);
    int code = answer.code();
    refused |= code >= FIRST_REFUSAL;
    return code;
  }

  public boolean isConnected() {
    return paho.isConnected();
  }

  /** Breaks the line without saying goodbye. */
  public void cut() throws MqttException {
    paho.disconnectForcibly(0, 0, false);
  }

  @Override
  public void close() throws MqttException {
    if (refused || goodbye.isDone()) {
      // The broker is ending the line; a farewell would wait for answers that never come.
      cut();
    } else if (paho.isConnected()) {
      paho.disconnect(0).waitForCompletion(TIMEOUT_MILLIS);
    }
    paho.close(true);
  }

  static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Paho leaves Nagle's algorithm on, which stalls each answer. */
  private static final class NoDelay extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException("Paho connects its sockets itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException("Paho connects its sockets itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException("Paho connects its sockets itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException("Paho connects its sockets itself");
    }
  }

  /**
   * What a publish was answered. The broker refuses one with a PUBACK and ends the connection at
   * once; Paho forgets the PUBACK if it reads the end first. Both carry the same reason.
   */
  private static final class Answer implements MqttActionListener {
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    @Override
    public void onSuccess(IMqttToken token) {
      int[] codes = token.getReasonCodes();
      boolean taken = codes == null || codes.length == 0 || codes[0] == NOBODY_LISTENS;
      code.complete(taken ? 0 : codes[0]);
    }

    @Override
    public void onFailure(IMqttToken token, Throwable thrown) {
      if (!isEnd(thrown)) {
        code.completeExceptionally(thrown);
      }
    }

    void goodbye(@Nullable Integer reason, @Nullable Throwable thrown) {
      if (reason == null) {
        code.completeExceptionally(thrown);
      } else {
        code.complete(reason);
      }
    }

    int code() throws MqttException {
      try {
        return code.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof MqttException paho ? paho : new MqttException(e.getCause());
      } catch (TimeoutException e) {
        throw new MqttException(MqttClientException.REASON_CODE_CLIENT_TIMEOUT, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MqttException(e);
      }
    }

    /** The end of the connection comes with its reason to {@code goodbye}. */
    private static boolean isEnd(Throwable thrown) {
      return thrown instanceof MqttException paho
          && switch (paho.getReasonCode()) {
            case MqttClientException.REASON_CODE_CLIENT_DISCONNECTING,
                MqttClientException.REASON_CODE_CLIENT_CLOSED,
                MqttClientException.REASON_CODE_CONNECTION_LOST,
                MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED ->
                true;
            default -> false;
          };
    }
  }

  private final class Remember implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      received.add(topic + " " + new String(message.getPayload(), StandardCharsets.UTF_8));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      if (response.getReturnCode() >= FIRST_REFUSAL && response.getReturnCode() <= LAST_REFUSAL) {
        goodbye.complete(response.getReturnCode());
      } else {
        goodbye.completeExceptionally(response.getException());
      }
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }
}
