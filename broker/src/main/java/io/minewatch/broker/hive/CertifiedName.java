package io.minewatch.broker.hive;

import com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation;
import com.hivemq.extension.sdk.api.client.parameter.ConnectionInformation;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** The name in a certificate that the handshake has held against our trust store. */
final class CertifiedName {
  private CertifiedName() {}

  /**
   * The common name; null if the client has shown no certificate, empty if it has shown one that
   * has not exactly one such name and so fits no account.
   */
  static @Nullable String of(ConnectionInformation connection) {
    return connection
        .getClientTlsInformation()
        .flatMap(ClientTlsInformation::getClientCertificate)
        .map(CertifiedName::commonName)
        .orElse(null);
  }

  private static String commonName(X509Certificate certificate) {
    return commonName(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
  }

  static String commonName(String subject) {
    try {
      List<Rdn> naming =
          new LdapName(subject)
              .getRdns().stream().filter(rdn -> rdn.toAttributes().get("CN") != null).toList();
      boolean alone = naming.size() == 1 && naming.get(0).size() == 1;
      return alone && naming.get(0).getValue() instanceof String name ? name : "";
    } catch (InvalidNameException e) {
      return "";
    }
  }
}
