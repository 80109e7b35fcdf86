package io.minewatch.broker.app;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.AccountsFile;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.certificate.Authority;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes everything that a new gateway needs: an account, which a running broker takes up by itself,
 * and a folder with the gateway's settings and its password, to be copied to the mine.
 */
final class NewGateway {
  private static final String HOME = "/etc/minewatch";
  private static final String KEY_STORE = "gateway.p12";
  private static final FileAttribute<?> OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNERS_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private NewGateway() {}

  /**
   * What is asked for.
   *
   * @param accounts the broker's file
   * @param broker where the gateway will find it
   * @param folder in which the gateway's own folder is made
   * @param signing the authority that signs a certificate for it; null for none
   */
  record Wanted(
      Path accounts,
      MineCode mine,
      GatewayId gateway,
      URI broker,
      Path folder,
      @Nullable Authority signing) {
    Wanted {
      String scheme = String.valueOf(broker.getScheme());
      if (!List.of("ssl", "tcp").contains(scheme) || broker.getPort() < 0) {
        throw new IllegalArgumentException(
            "the broker is ssl://HOST:PORT (tcp:// in a private network), was " + broker);
      }
      if (signing != null && !scheme.equals("ssl")) {
        throw new IllegalArgumentException("a certificate is shown at ssl:// alone, was " + broker);
      }
    }

    /** A user for each gateway: one that is stolen can be taken away alone. */
    String user() {
      return "gateway-" + mine + "-" + gateway;
    }

    Path own() {
      return folder.resolve(mine + "-" + gateway);
    }

    Path keyStore() {
      return own().resolve(KEY_STORE);
    }
  }

  /**
   * Makes account and folder, or nothing; gives what is to be told to the person.
   *
   * @throws IllegalArgumentException if there is such an account already
   * @throws IOException if the folder is there already or cannot be written
   */
  static String make(Wanted wanted, SecureRandom random) throws IOException {
    Files.createDirectories(wanted.folder());
    Path own = Files.createDirectory(wanted.own(), OWNERS_FOLDER);
    Path settings = own.resolve("gateway.yaml");
    Path secret = own.resolve("broker.password");
    boolean done = false;
    try {
      String password = Passwords.generate(random);
      Files.createFile(settings, OWNER);
      Files.writeString(settings, settings(wanted));
      Files.createFile(secret, OWNER);
      Files.writeString(secret, password + "\n");
      Authority signing = wanted.signing();
      if (signing != null) {
        signing.issue(wanted.user(), wanted.keyStore(), random);
      }
      AccountsFile.add(
          wanted.accounts(),
          new Account(
              wanted.user(), Passwords.hash(password, random), Role.GATEWAY, wanted.mine()));
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(settings);
        Files.deleteIfExists(secret);
        Files.deleteIfExists(wanted.keyStore());
        Files.deleteIfExists(Authority.passwordOf(wanted.keyStore()));
        Files.deleteIfExists(own);
      }
    }
    return """
        account %s is in %s; a running broker takes it up by itself
        copy the files of %s to %s on the gateway's machine, readable by its user alone:
          gateway.yaml      its settings: add the drop folders, and the trust store of the broker if it is your own
          broker.password   its password, kept nowhere else
        %sthen: ./minewatch gateway --settings %s/gateway.yaml --check
        """
        .formatted(wanted.user(), wanted.accounts(), own, HOME, certificate(wanted), HOME);
  }

  private static String certificate(Wanted wanted) {
    if (wanted.signing() == null) {
      return "a certificate of an authority of your own must have CN=%s alone as its common name\n"
          .formatted(wanted.user());
    }
    return """
          gateway.p12       its key and certificate, for %d days, with its password in gateway.p12.password
        """
        .formatted(Authority.CLIENT_DAYS);
  }

  private static String settings(Wanted wanted) {
    return """
        mine: "%s"
        gateway: %s
        queue: /var/lib/minewatch-gateway
        broker-uri: %s
        broker-user: %s
        broker-password-file: %s/broker.password
        # broker-trust-store: %s/ca.p12
        %s# folders: /srv/ftp/aqjk, /srv/ftp/rydw
        """
        .formatted(
            wanted.mine(),
            wanted.gateway(),
            wanted.broker(),
            wanted.user(),
            HOME,
            HOME,
            wanted.signing() == null
                ? ""
                : """
                broker-key-store: %s/%s
                broker-key-store-password-file: %s/%s
                """
                    .formatted(HOME, KEY_STORE, HOME, Authority.passwordOf(Path.of(KEY_STORE))));
  }
}
