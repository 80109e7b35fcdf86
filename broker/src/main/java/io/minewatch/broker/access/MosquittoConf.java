package io.minewatch.broker.access;

/**
 * A listener of Mosquitto, whose clients have the rights of {@link MosquittoAcl}. Where it requires
 * client certificates the name in the certificate is the user, and what else the client says is not
 * looked at; our own broker refuses another name or a wrong password beside a certificate.
 */
public final class MosquittoConf {
  private MosquittoConf() {}

  /**
   * The lines of {@code mosquitto.conf} for a listener that requires certificates.
   *
   * @param folder where Mosquitto finds its own certificate and key ({@code broker.crt}, {@code
   *     broker.key}), the certificate of the authority ({@code ca.crt}) and the rights ({@code
   *     acl})
   */
  public static String of(String folder, int port) {
    require(folder, port);
    return """
    # Generated. The common name of a certificate is the user; passwords are not asked for.
    per_listener_settings false
    allow_anonymous false
    acl_file %1$s/acl
    # The default of 1,000 drops messages without a word; so does this limit, of each client that is away.
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

  private static void require(String folder, int port) {
    if (port < 1 || port > 65_535 || folder.isBlank() || folder.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("need a folder and a port, was " + folder + ", " + port);
    }
  }

  /**
   * The lines of {@code mosquitto.conf} for a listener with TLS that asks for names and passwords:
   * the file of {@code docker-compose.yml}.
   *
   * @param folder where Mosquitto finds its own certificate and key ({@code broker_certificate},
   *     {@code mosquitto_key}), the passwords and the rights ({@code mosquitto_passwords}, {@code
   *     mosquitto_acl})
   * @param data where it keeps what it has not delivered
   */
  public static String withPasswords(String folder, int port, String data) {
    require(folder, port);
    return """
    # Generated (MosquittoConf). Whatever a restart finds in the data folder, MQTT 5 sessions of Mosquitto 2.0 do not outlive it.
    per_listener_settings false
    allow_anonymous false
    password_file %1$s/mosquitto_passwords
    acl_file %1$s/mosquitto_acl
    # The default of 1,000 messages drops without a word; so does this limit, of each client that is away. What all keep must fit the memory of the container.
    max_queued_messages 0
    max_queued_bytes 33554432
    # Beyond it who sends is cut off unconfirmed, and sends again.
    memory_limit 805306368
    max_inflight_messages 0
    persistence true
    persistence_location %3$s/
    listener %2$d
    certfile %1$s/broker_certificate
    keyfile %1$s/mosquitto_key
    """
        .formatted(folder, port, data);
  }
}
