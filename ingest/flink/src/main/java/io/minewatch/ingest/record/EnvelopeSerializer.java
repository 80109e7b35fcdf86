package io.minewatch.ingest.record;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Writes {@link Envelope}: its fields in order, the payload last with its length. */
public final class EnvelopeSerializer extends RecordSerializer<Envelope> {
  public static final EnvelopeSerializer INSTANCE = new EnvelopeSerializer();

  private static final long serialVersionUID = 1;

  private EnvelopeSerializer() {}

  @Override
  void writeFields(Envelope envelope, DataOutputView out) throws IOException {
    StringValue.writeString(envelope.topic(), out);
    StringValue.writeString(envelope.contentType(), out);
    StringValue.writeString(envelope.session(), out);
    out.writeLong(envelope.sequence());
    writeLane(envelope.lane(), out);
    out.writeLong(envelope.receivedMillis());
    writeCounted(envelope.counted(), out);
    writePayload(envelope.payload(), out);
  }

  @Override
  Envelope readFields(DataInputView in) throws IOException {
    String topic = StringValue.readString(in);
    String contentType = StringValue.readString(in);
    String session = StringValue.readString(in);
    long sequence = in.readLong();
    Lane lane = readLane(in);
    long receivedMillis = in.readLong();
    Counted counted = readCounted(in);
    return new Envelope(
            topic, readPayload(in), contentType, session, sequence, lane, receivedMillis)
        .withCounted(counted);
  }

  @Override
  public Envelope createInstance() {
    return new Envelope("", new byte[0], "", "", Envelope.NO_SEQUENCE, Lane.LIVE, 0);
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
