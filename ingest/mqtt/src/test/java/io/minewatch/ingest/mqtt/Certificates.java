package io.minewatch.ingest.mqtt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Certificates of a test, each signed by itself, made with the JDK's keytool. */
public final class Certificates {
  public static final String PASSWORD = "key-store-in-this-test";

  private Certificates() {}

  /** A PKCS12 file with a key and its certificate for 127.0.0.1. */
  public static Path keyStore(Path folder, String name) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-alias",
                    name,
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "SAN=ip:127.0.0.1,dns:localhost",
                    "-validity",
                    "2",
                    "-keystore",
                    file.toString(),
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).as(said).isZero();
    return file;
  }

  /** The certificate in a file of {@link #keyStore} as PEM. */
  public static Path certificatePem(Path keyStore, String name) throws Exception {
    Certificate certificate = load(keyStore).getCertificate(name);
    return pem(keyStore.resolveSibling(name + ".crt"), "CERTIFICATE", certificate.getEncoded());
  }

  /** The private key in a file of {@link #keyStore} as PEM. */
  public static Path keyPem(Path keyStore, String name) throws Exception {
    PrivateKey key = (PrivateKey) load(keyStore).getKey(name, PASSWORD.toCharArray());
    return pem(keyStore.resolveSibling(name + ".key"), "PRIVATE KEY", key.getEncoded());
  }

  private static KeyStore load(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static Path pem(Path file, String kind, byte[] der) throws Exception {
    String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }
}
