package io.minewatch.ingest.sink;

import io.minewatch.domain.wire.Outgoing;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Tells Flink how {@link Outgoing} travels: by our own serializer, never by Kryo. */
public final class OutgoingTypeInfo extends TypeInformation<Outgoing> {
  public static final OutgoingTypeInfo INSTANCE = new OutgoingTypeInfo();

  private OutgoingTypeInfo() {}

  @Override
  public TypeSerializer<Outgoing> createSerializer(SerializerConfig config) {
    return OutgoingSerializer.INSTANCE;
  }

  @Override
  public Class<Outgoing> getTypeClass() {
    return Outgoing.class;
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
    return "Outgoing";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutgoingTypeInfo;
  }

  @Override
  public int hashCode() {
    return OutgoingTypeInfo.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof OutgoingTypeInfo;
  }
}
