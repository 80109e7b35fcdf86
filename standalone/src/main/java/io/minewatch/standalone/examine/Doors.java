package io.minewatch.standalone.examine;

import io.minewatch.standalone.doctor.LineFact;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Knocks at addresses. */
final class Doors {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int DNS_NAME = 2; // of GeneralName, RFC 5280
  private static final int IP_ADDRESS = 7;

  private Doors() {}

  /** Why nobody answers; null if somebody does. */
  static @Nullable String problem(URI address) {
    try (Socket socket = new Socket()) {
      socket.connect(at(address), PATIENCE_MILLIS);
      return null;
    } catch (IOException | IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static InetSocketAddress at(URI address) {
    int usual = "https".equals(address.getScheme()) ? 443 : 80;
    return new InetSocketAddress(
        address.getHost(), address.getPort() < 0 ? usual : address.getPort());
  }

  /**
   * The certificate that is shown there.
   *
   * @param host by which our programs call it, null if that is not known
   */
  static LineFact certificate(URI address, @Nullable String host, Instant now) {
    Shown shown = new Shown();
    String end = "no certificate was shown";
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {shown}, null);
      try (Socket plain = new Socket()) {
        plain.connect(at(address), PATIENCE_MILLIS);
        plain.setSoTimeout(PATIENCE_MILLIS);
        try (SSLSocket socket =
            (SSLSocket)
                tls.getSocketFactory()
                    .createSocket(plain, address.getHost(), address.getPort(), true)) {
          socket.startHandshake();
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      // A broker that wants a certificate of ours ends the talk after it has shown its own.
      end = "no certificate: " + e.getMessage();
    }
    X509Certificate found = shown.certificate;
    if (found == null) {
      return new LineFact.Door("encryption", address.toString(), end);
    }
    return new LineFact.Certificate(
        address.toString(),
        now,
        found.getNotAfter().toInstant(),
        host,
        new LineFact.Certificate.Names(names(found)));
  }

  private static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> told = certificate.getSubjectAlternativeNames();
      for (List<?> name : told == null ? List.<List<?>>of() : told) {
        if (name.get(0) instanceof Integer kind && (kind == DNS_NAME || kind == IP_ADDRESS)) {
          names.add(String.valueOf(name.get(1)));
        }
      }
    } catch (CertificateParsingException e) {
      return List.of();
    }
    return names;
  }

  /** Keeps what was shown. It says nothing of trust: nothing is sent here, and sign-in tells. */
  private static final class Shown implements X509TrustManager {
    @Nullable X509Certificate certificate;

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {
      certificate = chain[0];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {
      throw new IllegalStateException("we are no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
