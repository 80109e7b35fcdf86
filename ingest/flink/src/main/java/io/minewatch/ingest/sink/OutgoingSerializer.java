package io.minewatch.ingest.sink;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Outgoing;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Writes {@link Outgoing} as: format, then its fields in order, the payload with its length.
 * Refuses a format it does not know.
 */
public final class OutgoingSerializer extends TypeSerializerSingleton<Outgoing> {
  public static final OutgoingSerializer INSTANCE = new OutgoingSerializer();

  /** The first byte of every record. */
  static final int FORMAT = 1;

  private OutgoingSerializer() {}

  @Override
  public void serialize(Outgoing outgoing, DataOutputView out) throws IOException {
    out.writeByte(FORMAT);
    StringValue.writeString(outgoing.topic(), out);
    StringValue.writeString(outgoing.contentType(), out);
    out.writeBoolean(outgoing.isRetained());
    StringValue.writeString(outgoing.session(), out);
    out.writeLong(outgoing.sequence());
    out.writeByte(code(outgoing.lane()));
    out.writeInt(outgoing.payload().length);
    out.write(outgoing.payload());
  }

  @Override
  public Outgoing deserialize(DataInputView in) throws IOException {
    requireFormat(in.readUnsignedByte());
    String topic = StringValue.readString(in);
    String contentType = StringValue.readString(in);
    boolean retained = in.readBoolean();
    String session = StringValue.readString(in);
    long sequence = in.readLong();
    Lane lane = lane(in.readUnsignedByte());
    byte[] payload = readPayload(in);
    if (retained) {
      return Outgoing.retained(topic, payload, contentType);
    }
    return Outgoing.numbered(topic, payload, contentType, session, sequence, lane);
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
  public Outgoing deserialize(Outgoing reuse, DataInputView in) throws IOException {
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
  public Outgoing createInstance() {
    return Outgoing.event("", new byte[0], "");
  }

  @Override
  public Outgoing copy(Outgoing from) {
    return from;
  }

  @Override
  public Outgoing copy(Outgoing from, Outgoing reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<Outgoing> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names this serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Outgoing> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
