package io.minewatch.ingest.source;

import io.minewatch.domain.wire.Envelope;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Tells Flink how {@link Envelope} travels: by our own serializer, never by Kryo. */
public final class EnvelopeTypeInfo extends TypeInformation<Envelope> {
  public static final EnvelopeTypeInfo INSTANCE = new EnvelopeTypeInfo();

  private EnvelopeTypeInfo() {}

  @Override
  public TypeSerializer<Envelope> createSerializer(SerializerConfig config) {
    return EnvelopeSerializer.INSTANCE;
  }

  @Override
  public Class<Envelope> getTypeClass() {
    return Envelope.class;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public String toString() {
    return "Envelope";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EnvelopeTypeInfo;
  }

  @Override
  public int hashCode() {
    return EnvelopeTypeInfo.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof EnvelopeTypeInfo;
  }
}
