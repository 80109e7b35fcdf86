package io.minewatch.ingest.record;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Outgoing;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Writes {@link Outgoing}: its fields in order, the payload last with its length. */
public final class OutgoingSerializer extends RecordSerializer<Outgoing> {
  public static final OutgoingSerializer INSTANCE = new OutgoingSerializer();

  private static final long serialVersionUID = 1;

  private OutgoingSerializer() {}

  @Override
  void writeFields(Outgoing outgoing, DataOutputView out) throws IOException {
    StringValue.writeString(outgoing.topic(), out);
    StringValue.writeString(outgoing.contentType(), out);
    out.writeBoolean(outgoing.isRetained());
    StringValue.writeString(outgoing.session(), out);
    out.writeLong(outgoing.sequence());
    writeLane(outgoing.lane(), out);
    writeCounted(outgoing.counted(), out);
    writePayload(outgoing.payload(), out);
  }

  @Override
  Outgoing readFields(DataInputView in) throws IOException {
    String topic = StringValue.readString(in);
    String contentType = StringValue.readString(in);
    boolean retained = in.readBoolean();
    String session = StringValue.readString(in);
    long sequence = in.readLong();
    Lane lane = readLane(in);
    Counted counted = readCounted(in);
    byte[] payload = readPayload(in);
    if (retained) {
      return Outgoing.retained(topic, payload, contentType);
    }
    return Outgoing.numbered(topic, payload, contentType, session, sequence, lane)
        .withCounted(counted);
  }

  @Override
  public Outgoing createInstance() {
    return Outgoing.event("", new byte[0], "");
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
