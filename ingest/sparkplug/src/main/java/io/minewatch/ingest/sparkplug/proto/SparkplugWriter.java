package io.minewatch.ingest.sparkplug.proto;

import io.minewatch.ingest.sparkplug.message.DataType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** Writes the little that a host application says. */
public final class SparkplugWriter {
  /** The metric that asks an edge node to be born again. */
  public static final String REBIRTH = "Node Control/Rebirth";

  private SparkplugWriter() {}

  /** Whether a host application is there. */
  public enum Host {
    ONLINE,
    OFFLINE
  }

  /** The payload of an NCMD that asks for a rebirth. It is the only command that we send. */
  public static byte[] rebirth(Instant now) {
    return Payload.newBuilder()
        .setTimestamp(now.toEpochMilli())
        .addMetrics(
            Payload.Metric.newBuilder()
                .setName(REBIRTH)
                .setTimestamp(now.toEpochMilli())
                .setDatatype(DataType.BOOLEAN)
                .setBooleanValue(true))
        .build()
        .toByteArray();
  }

  /**
   * The payload of STATE (Sparkplug 3.0): birth and will of a host application.
   *
   * @param since of the birth; the will of the same connection tells the same
   */
  public static byte[] state(Host host, Instant since) {
    String text =
        "{\"online\":" + (host == Host.ONLINE) + ",\"timestamp\":" + since.toEpochMilli() + "}";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
