package io.minewatch.broker.access;

/**
 * A listener of Mosquitto that requires client certificates: the name in the certificate is the
 * user, and the user's rights are those of {@link MosquittoAcl}. What else the client says is not
 * looked at; our own broker refuses another name or a wrong password beside a certificate.
 */
public final class MosquittoConf {
  private MosquittoConf() {}

  /**
   * The lines of {@code mosquitto.conf}.
   *
   * @param folder where Mosquitto finds its own certificate and key ({@code broker.crt}, {@code
   *     broker.key}), the certificate of the authority ({@code ca.crt}) and the rights ({@code
   *     acl})
   */
  public static String of(String folder, int port) {
    if (port < 1 || port > 65_535 || folder.isBlank() || folder.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("need a folder and a port, was " + folder + ", " + port);
    }
    return """
        # Generated. The common name of a certificate is the user; passwords are not asked for.
        per_listener_settings false
        allow_anonymous false
        acl_file %1$s/acl
        # The default of 1,000 drops messages without a word.
        max_queued_messages 0
        max_queued_bytes 1073741824
        listener %2$d
        certfile %1$s/broker.crt
        keyfile %1$s/broker.key
        cafile %1$s/ca.crt
        require_certificate true
        use_identity_as_username true
        """
        .formatted(folder, port);
  }
}
