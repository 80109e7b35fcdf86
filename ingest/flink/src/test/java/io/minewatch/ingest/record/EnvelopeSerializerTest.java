package io.minewatch.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class EnvelopeSerializerTest {
  private static final Envelope ENVELOPE =
      new Envelope(
          "mw/v1/140921021337/网关/readings",
          new byte[] {1, 2, 3},
          "application/senml+json",
          "run-1",
          Long.MAX_VALUE,
          Lane.BACKFILL,
          1_767_225_600_123L);
  private static final TypeSerializer<Envelope> SERIALIZER =
      Records.ENVELOPE.createSerializer(new SerializerConfigImpl());

  private static byte[] bytes(Envelope envelope) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    SERIALIZER.serialize(envelope, out);
    return out.getCopyOfBuffer();
  }

  @Test
  void everyFieldComesBack() throws Exception {
    DataOutputSerializer copied = new DataOutputSerializer(16);
    SERIALIZER.copy(new DataInputDeserializer(bytes(ENVELOPE)), copied);
    DataInputDeserializer in = new DataInputDeserializer(copied.getCopyOfBuffer());
    Envelope read = SERIALIZER.deserialize(in);
    assertThat(in.available()).isZero();
    assertThat(read).usingRecursiveComparison().isEqualTo(ENVELOPE);
  }

  @Test
  void anUnknownFormatIsAnError() throws Exception {
    byte[] bytes = bytes(ENVELOPE);
    bytes[0] = 9;
    assertThatThrownBy(() -> SERIALIZER.deserialize(new DataInputDeserializer(bytes)))
        .hasMessageContaining("unknown format 9");
  }

  @Test
  void aCheckpointFindsTheSerializerAgain() throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, SERIALIZER.snapshotConfiguration());
    TypeSerializerSnapshot<Envelope> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    assertThat(read.restoreSerializer()).isEqualTo(SERIALIZER);
    assertThat(
            SERIALIZER.snapshotConfiguration().resolveSchemaCompatibility(read).isCompatibleAsIs())
        .isTrue();
  }
}
