package io.minewatch.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The address that tests listen on. */
public final class Loopback {
  /**
   * MQTT 3.1.1, clean, client "probe". What forwards a port takes connections before a broker does.
   */
  private static final byte[] CONNECT = {
    0x10, 17, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 10, 0, 5, 'p', 'r', 'o', 'b', 'e'
  };

  private static final int CONNACK = 0x20;
  private static final int PATIENCE_MILLIS = 2_000;

  private Loopback() {}

  /** A port that nobody listens on now. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a broker there lets a client in that has no name. */
  public static boolean speaksMqtt(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(CONNECT);
      return socket.getInputStream().read() == CONNACK;
    } catch (IOException e) {
      return false; // the answer to the question
    }
  }
}
