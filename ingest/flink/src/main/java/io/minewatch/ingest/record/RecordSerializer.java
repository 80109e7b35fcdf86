package io.minewatch.ingest.record;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.reading.Lane;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What the serializers of our messages have in common: a format byte first, and a value that nobody
 * changes, so that a copy is the value itself. Refuses a format, a lane or a length that it does
 * not know.
 */
abstract class RecordSerializer<T> extends TypeSerializerSingleton<T> {
  /** The first byte of every record. */
  static final int FORMAT = 2;

  abstract void writeFields(T value, DataOutputView out) throws IOException;

  abstract T readFields(DataInputView in) throws IOException;

  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    out.writeByte(FORMAT);
    writeFields(value, out);
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    int format = in.readUnsignedByte();
    if (format != FORMAT) {
      throw new IOException("unknown format " + format + " of a record, known is " + FORMAT);
    }
    return readFields(in);
  }

  @Override
  public final T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public final void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public final T copy(T from) {
    return from;
  }

  @Override
  public final T copy(T from, T reuse) {
    return from;
  }

  @Override
  public final boolean isImmutableType() {
    return true;
  }

  @Override
  public final int getLength() {
    return -1;
  }

  static void writeLane(Lane lane, DataOutputView out) throws IOException {
    out.writeByte(
        switch (lane) {
          case LIVE -> 0;
          case BACKFILL -> 1;
        });
  }

  static Lane readLane(DataInputView in) throws IOException {
    int code = in.readUnsignedByte();
    return switch (code) {
      case 0 -> Lane.LIVE;
      case 1 -> Lane.BACKFILL;
      default -> throw new IOException("unknown lane " + code);
    };
  }

  /** One byte says whether there is any. */
  static void writeCounted(@Nullable Counted counted, DataOutputView out) throws IOException {
    out.writeBoolean(counted != null);
    if (counted != null) {
      out.writeLong(counted.before());
      out.writeLong(counted.own());
    }
  }

  static @Nullable Counted readCounted(DataInputView in) throws IOException {
    return in.readBoolean() ? new Counted(in.readLong(), in.readLong()) : null;
  }

  static void writePayload(byte[] payload, DataOutputView out) throws IOException {
    out.writeInt(payload.length);
    out.write(payload);
  }

  static byte[] readPayload(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("a payload of " + length + " bytes");
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return payload;
  }
}
