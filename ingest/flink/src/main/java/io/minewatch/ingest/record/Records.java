package io.minewatch.ingest.record;

import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The types of the streams: messages that came and messages to send. */
public final class Records {
  /** A message that came. */
  public static final TypeInformation<Envelope> ENVELOPE =
      new RecordTypeInfo<>(Envelope.class, EnvelopeSerializer.INSTANCE);

  /** A message to send. */
  public static final TypeInformation<Outgoing> OUTGOING =
      new RecordTypeInfo<>(Outgoing.class, OutgoingSerializer.INSTANCE);

  private Records() {}
}
