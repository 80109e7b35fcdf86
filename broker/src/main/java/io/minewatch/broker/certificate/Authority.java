package io.minewatch.broker.certificate;

import io.minewatch.broker.account.Passwords;
import io.minewatch.domain.reading.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/**
 * A folder from which certificates of clients are signed, and which belongs to nobody else: {@code
 * ca.p12} with the key, {@code ca.password} for it, {@code ca.crt} for Mosquitto, and {@code
 * clients.p12} with {@code clients.password}, the trust store for our own broker, which holds no
 * key.
 */
public final class Authority {
  /** Of the certificate of the authority. */
  private static final int AUTHORITY_DAYS = 3_650;

  /** Of a client's: it is made anew while the gateway is looked after anyway. */
  public static final int CLIENT_DAYS = 1_095;

  private static final String ALIAS = "ca";
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<?> OWNERS_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;

  private Authority(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a new one.
   *
   * @throws IOException if the folder is there already, or it cannot be made; nothing is left then
   */
  public static Authority make(Path folder, SecureRandom random) throws IOException {
    Files.createDirectory(folder, OWNERS_FOLDER);
    Authority authority = new Authority(folder);
    boolean done = false;
    try {
      authority.make(random);
      done = true;
    } finally {
      if (!done) {
        for (Path each : authority.files()) {
          Files.deleteIfExists(each);
        }
        Files.deleteIfExists(folder);
      }
    }
    return authority;
  }

  /**
   * The one of this folder.
   *
   * @throws IOException if it is none
   */
  public static Authority of(Path folder) throws IOException {
    Authority authority = new Authority(folder);
    for (Path each : authority.files()) {
      if (!Files.isReadable(each)) {
        throw new IOException(folder + " is no authority: " + each.getFileName() + " is missing");
      }
    }
    return authority;
  }

  private List<Path> files() {
    return List.of(store(), secret(ALIAS), certificate(), trustStore(), secret("clients"));
  }

  private void make(SecureRandom random) throws IOException {
    String password = Passwords.generate(random);
    keep(password, secret(ALIAS));
    Keytool.run(
        store(),
        password,
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=Minewatch clients",
        "-ext",
        "bc:critical=ca:true,pathlen:0",
        "-ext",
        "ku:critical=keyCertSign,cRLSign",
        "-validity",
        String.valueOf(AUTHORITY_DAYS));
    Files.setPosixFilePermissions(store(), OWNERS);
    Keytool.run(
        store(), password, "-exportcert", "-rfc", "-alias", ALIAS, "-file", text(certificate()));
    String other = Passwords.generate(random);
    keep(other, secret("clients"));
    trust(trustStore(), other);
  }

  private void trust(Path store, String password) throws IOException {
    Keytool.run(
        store, password, "-importcert", "-noprompt", "-alias", ALIAS, "-file", text(certificate()));
    Files.setPosixFilePermissions(store, OWNERS);
  }

  /**
   * Makes a key and signs its certificate.
   *
   * @param user of the account that the certificate stands for
   * @param into the key store to make, PKCS12; its password lies beside it as {@code NAME.password}
   * @throws IOException if it is there already, or a file that is made beside it ({@code
   *     NAME.password}, {@code NAME.csr}, {@code NAME.crt}), which stays as it is then; or if it
   *     cannot be made
   */
  public void issue(String user, Path into, SecureRandom random) throws IOException {
    Name.require("a user", user);
    Path request = into.resolveSibling(into.getFileName() + ".csr");
    Path signed = into.resolveSibling(into.getFileName() + ".crt");
    for (Path each : List.of(into, passwordOf(into), request, signed)) {
      if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(each + " is there already");
      }
    }
    String password = Passwords.generate(random);
    boolean done = false;
    try {
      keep(password, passwordOf(into));
      Keytool.run(
          into,
          password,
          "-genkeypair",
          "-alias",
          "client",
          "-keyalg",
          "EC",
          "-groupname",
          "secp256r1",
          "-dname",
          "CN=" + user);
      Files.setPosixFilePermissions(into, OWNERS);
      Keytool.run(into, password, "-certreq", "-alias", "client", "-file", text(request));
      sign(request, signed);
      trust(into, password);
      Keytool.run(
          into, password, "-importcert", "-noprompt", "-alias", "client", "-file", text(signed));
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(into);
        Files.deleteIfExists(passwordOf(into));
      }
      Files.deleteIfExists(request);
      Files.deleteIfExists(signed);
    }
  }

  private void sign(Path request, Path signed) throws IOException {
    Keytool.run(
        store(),
        Files.readString(secret(ALIAS)).strip(),
        "-gencert",
        "-rfc",
        "-alias",
        ALIAS,
        "-infile",
        text(request),
        "-outfile",
        text(signed),
        "-validity",
        String.valueOf(CLIENT_DAYS),
        "-ext",
        "ku:critical=digitalSignature",
        "-ext",
        "eku:critical=clientAuth");
  }

  private static void keep(String password, Path file) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS));
    Files.writeString(file, password + "\n");
  }

  /** Where the password of a key store lies. */
  public static Path passwordOf(Path keyStore) {
    return keyStore.resolveSibling(keyStore.getFileName() + ".password");
  }

  /** The certificate of the authority, PEM. */
  public Path certificate() {
    return folder.resolve("ca.crt");
  }

  /** What a broker trusts clients by. */
  public Path trustStore() {
    return folder.resolve("clients.p12");
  }

  private Path store() {
    return folder.resolve("ca.p12");
  }

  private Path secret(String name) {
    return folder.resolve(name + ".password");
  }

  private static String text(Path path) {
    return path.toString();
  }
}
