package io.minewatch.ingest.source;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Writes {@link Envelope} as: format, then its fields in order, the payload with its length.
 * Refuses a format it does not know.
 */
public final class EnvelopeSerializer extends TypeSerializerSingleton<Envelope> {
  public static final EnvelopeSerializer INSTANCE = new EnvelopeSerializer();

  /** The first byte of every record. */
  static final int FORMAT = 1;

  private EnvelopeSerializer() {}

  @Override
  public void serialize(Envelope envelope, DataOutputView out) throws IOException {
    out.writeByte(FORMAT);
    StringValue.writeString(envelope.topic(), out);
    StringValue.writeString(envelope.contentType(), out);
    StringValue.writeString(envelope.session(), out);
    out.writeLong(envelope.sequence());
    out.writeByte(code(envelope.lane()));
    out.writeLong(envelope.receivedMillis());
    out.writeInt(envelope.payload().length);
    out.write(envelope.payload());
  }

  @Override
  public Envelope deserialize(DataInputView in) throws IOException {
    requireFormat(in.readUnsignedByte());
    String topic = StringValue.readString(in);
    String contentType = StringValue.readString(in);
    String session = StringValue.readString(in);
    long sequence = in.readLong();
    Lane lane = lane(in.readUnsignedByte());
    long receivedMillis = in.readLong();
    return new Envelope(
        topic, readPayload(in), contentType, session, sequence, lane, receivedMillis);
  }

  private static Lane lane(int code) throws IOException {
    return switch (code) {
      case 0 -> Lane.LIVE;
      case 1 -> Lane.BACKFILL;
      default -> throw new IOException("unknown lane " + code);
    };
  }

  private static int code(Lane lane) {
    return switch (lane) {
      case LIVE -> 0;
      case BACKFILL -> 1;
    };
  }

  private static void requireFormat(int format) throws IOException {
    if (format != FORMAT) {
      throw new IOException("unknown format " + format + " of a record, known is " + FORMAT);
    }
  }

  private static byte[] readPayload(DataInputView in) throws IOException {
    byte[] payload = new byte[in.readInt()];
    in.readFully(payload);
    return payload;
  }

  @Override
  public Envelope deserialize(Envelope reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public Envelope createInstance() {
    return new Envelope("", new byte[0], "", "", Envelope.NO_SEQUENCE, Lane.LIVE, 0);
  }

  @Override
  public Envelope copy(Envelope from) {
    return from;
  }

  @Override
  public Envelope copy(Envelope from, Envelope reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<Envelope> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names this serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Envelope> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
