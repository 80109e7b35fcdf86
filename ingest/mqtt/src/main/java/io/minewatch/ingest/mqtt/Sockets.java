package io.minewatch.ingest.mqtt;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the socket of one connection: it sends at once (Paho leaves Nagle's delay on, which costs a
 * factor of six against some brokers), reads through a buffer, and can be cut from outside, so that
 * a client we have given up never comes to life again.
 */
final class Sockets {
  private static final int READ_BUFFER_BYTES = 16 * 1024;

  private final SocketFactory factory;
  private @Nullable Socket socket;
  private boolean cut;

  Sockets(MqttSettings settings) throws IOException {
    boolean secure = "ssl".equals(settings.server().getScheme());
    factory = secure ? new Secure(tls(settings)) : new Plain();
  }

  /** What Paho makes its socket with. */
  SocketFactory factory() {
    return factory;
  }

  private static SSLSocketFactory tls(MqttSettings settings) throws IOException {
    MqttSettings.TrustStore trusted = settings.trustStore();
    ClientKey own = settings.clientKey();
    if (trusted == null && own == null) {
      return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
    SSLContext context;
    try {
      context = SSLContext.getInstance("TLS");
      context.init(own == null ? null : keys(own), trusted == null ? null : trust(trusted), null);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot set up TLS for " + settings, e);
    }
    return context.getSocketFactory();
  }

  private static TrustManager[] trust(MqttSettings.TrustStore file) throws IOException {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(load(file.path(), file.type(), file.password()));
      return trust.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot read the trust store " + file, e);
    }
  }

  private static KeyManager[] keys(ClientKey file) throws IOException {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(load(file.path(), file.type(), file.password()), file.password().toCharArray());
      return keys.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot read the client key " + file, e);
    }
  }

  private static KeyStore load(String path, String type, String password)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      KeyStore store = KeyStore.getInstance(type);
      store.load(in, password.toCharArray());
      return store;
    }
  }

  private synchronized Socket keep(Socket made) throws IOException {
    if (cut) {
      made.close();
      throw new IOException("this connection was given up");
    }
    made.setTcpNoDelay(true);
    socket = made;
    return made;
  }

  /** Ends the connection at once, whatever Paho is doing with it. */
  synchronized void cut() throws IOException {
    cut = true;
    if (socket != null) {
      socket.close();
    }
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("Paho connects its sockets itself");
  }

  private final class Plain extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
      return keep(new BufferedSocket());
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
      throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
      throw unused();
    }
  }

  private final class Secure extends SSLSocketFactory {
    private final SSLSocketFactory tls;

    Secure(SSLSocketFactory tls) {
      this.tls = tls;
    }

    @Override
    public Socket createSocket() throws IOException {
      return keep(tls.createSocket());
    }

    @Override
    public Socket createSocket(Socket over, String host, int port, boolean autoClose) {
      throw unused();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
      throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
      throw unused();
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return tls.getSupportedCipherSuites();
    }
  }

  /** Paho reads a packet's first bytes one at a time; without a buffer each is a system call. */
  private static final class BufferedSocket extends Socket {
    private @Nullable InputStream in;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
      if (in == null) {
        in = new BufferedInputStream(super.getInputStream(), READ_BUFFER_BYTES);
      }
      return in;
    }
  }
}
