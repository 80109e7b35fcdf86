package io.minewatch.broker.hive;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes our settings in the only form that HiveMQ reads: its {@code config.xml}. */
final class ConfigFile {
  static final String NAME = "config.xml";

  private final XMLStreamWriter xml;

  private ConfigFile(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Writes the file, readable to its owner only, into the folder; returns it. */
  static Path write(Path folder, BrokerSettings settings) throws IOException {
    Path file = folder.resolve(NAME);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
      new ConfigFile(xml).hivemq(settings);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("cannot write " + file, e);
    }
    return file;
  }

  private void hivemq(BrokerSettings settings) throws XMLStreamException {
    xml.writeStartDocument();
    open("hivemq");
    listeners(settings);
    mqtt(settings.limits());
    group("restrictions", "max-connections", settings.limits().connections());
    open("security");
    group("allow-empty-client-id", "enabled", "false");
    close();
    group("anonymous-usage-statistics", "enabled", "false");
    group(
        "persistence",
        "mode",
        settings.keeps() == BrokerSettings.Keeps.DISK ? "file" : "in-memory");
    close();
    xml.writeEndDocument();
  }

  private void listeners(BrokerSettings settings) throws XMLStreamException {
    open("listeners");
    open("tcp-listener");
    leaf("port", settings.port());
    leaf("bind-address", settings.bindAddress());
    close();
    TlsSettings tls = settings.tls();
    if (tls != null) {
      open("tls-tcp-listener");
      leaf("port", tls.port());
      leaf("bind-address", tls.bindAddress());
      open("tls");
      open("keystore");
      leaf("path", tls.keyStore().toAbsolutePath());
      leaf("password", tls.password());
      leaf("private-key-password", tls.password());
      close();
      ClientTrust clients = tls.clients();
      if (clients != null) {
        open("truststore");
        leaf("path", clients.trustStore().toAbsolutePath());
        leaf("password", clients.password());
        close();
        leaf("client-authentication-mode", clients.ask());
      }
      open("protocols");
      leaf("protocol", "TLSv1.3");
      leaf("protocol", "TLSv1.2");
      close();
      close();
      close();
    }
    close();
  }

  private void mqtt(BrokerLimits limits) throws XMLStreamException {
    open("mqtt");
    open("queued-messages");
    leaf("max-queue-size", limits.queuedMessages());
    leaf("strategy", "discard-oldest");
    close();
    group("session-expiry", "max-interval", limits.sessionExpiry().toSeconds());
    group("packets", "max-packet-size", limits.packetBytes());
    group("receive-maximum", "server-receive-maximum", limits.publisherWindow());
    // Round robin by message would break the order of a gateway.
    group("shared-subscriptions", "enabled", "false");
    // A client that never has to speak would never be missed.
    group("keep-alive", "allow-unlimited", "false");
    close();
  }

  private void group(String name, String leaf, Object value) throws XMLStreamException {
    open(name);
    leaf(leaf, value);
    close();
  }

  private void open(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  private void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void leaf(String name, Object value) throws XMLStreamException {
    open(name);
    xml.writeCharacters(value.toString());
    close();
  }
}
