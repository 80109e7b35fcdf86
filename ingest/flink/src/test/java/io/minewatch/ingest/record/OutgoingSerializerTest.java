package io.minewatch.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Outgoing;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class OutgoingSerializerTest {
  private static final Outgoing OUTGOING =
      Outgoing.numbered(
          "mw/v1/140921021337/网关/readings",
          new byte[] {1, 2, 3},
          "application/senml+json",
          "run-1",
          Long.MAX_VALUE,
          Lane.BACKFILL);
  private static final Outgoing RETAINED =
      Outgoing.retained("mw/v1/140921021337/plan", new byte[0], "application/json");
  private static final TypeSerializer<Outgoing> SERIALIZER =
      Records.OUTGOING.createSerializer(new SerializerConfigImpl());

  private static byte[] bytes(Outgoing outgoing) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    SERIALIZER.serialize(outgoing, out);
    return out.getCopyOfBuffer();
  }

  @Test
  void everyFieldComesBack() throws Exception {
    DataOutputSerializer copied = new DataOutputSerializer(16);
    SERIALIZER.copy(new DataInputDeserializer(bytes(OUTGOING)), copied);
    DataInputDeserializer in = new DataInputDeserializer(copied.getCopyOfBuffer());
    Outgoing read = SERIALIZER.deserialize(in);
    assertThat(in.available()).isZero();
    assertThat(read).usingRecursiveComparison().isEqualTo(OUTGOING);
    Outgoing retained = SERIALIZER.deserialize(new DataInputDeserializer(bytes(RETAINED)));
    assertThat(retained).usingRecursiveComparison().isEqualTo(RETAINED);
  }

  @Test
  void anUnknownFormatIsAnError() throws Exception {
    byte[] bytes = bytes(OUTGOING);
    bytes[0] = 9;
    assertThatThrownBy(() -> SERIALIZER.deserialize(new DataInputDeserializer(bytes)))
        .hasMessageContaining("unknown format 9");
  }

  @Test
  void aCheckpointFindsTheSerializerAgain() throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, SERIALIZER.snapshotConfiguration());
    TypeSerializerSnapshot<Outgoing> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    assertThat(read.restoreSerializer()).isEqualTo(SERIALIZER);
    assertThat(
            SERIALIZER.snapshotConfiguration().resolveSchemaCompatibility(read).isCompatibleAsIs())
        .isTrue();
  }
}
