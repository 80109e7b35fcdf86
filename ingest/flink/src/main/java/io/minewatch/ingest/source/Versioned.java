package io.minewatch.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Writes splits and the enumerator's memory as bytes. Refuses versions and lengths it does not
 * know.
 */
final class Versioned {
  static final int VERSION = 1;
  private static final int FIRST_SIZE = 64;

  private Versioned() {}

  /** A list of texts, which is all that either of them is. */
  private abstract static class Texts<T> implements SimpleVersionedSerializer<T> {
    abstract List<String> texts(T value);

    abstract T value(List<String> texts);

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(T value) throws IOException {
      DataOutputSerializer out = new DataOutputSerializer(FIRST_SIZE);
      List<String> texts = texts(value);
      out.writeInt(texts.size());
      for (String text : texts) {
        out.writeUTF(text);
      }
      return out.getCopyOfBuffer();
    }

    @Override
    public T deserialize(int version, byte[] bytes) throws IOException {
      if (version != VERSION) {
        throw new IOException("unknown version " + version + ", this program knows " + VERSION);
      }
      DataInputDeserializer in = new DataInputDeserializer(bytes);
      int size = in.readInt();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        texts.add(in.readUTF());
      }
      if (in.available() > 0) {
        throw new IOException(in.available() + " bytes too many");
      }
      return value(texts);
    }
  }

  /** The client id first, then the filters. */
  static final class Splits extends Texts<SlotSplit> {
    @Override
    List<String> texts(SlotSplit split) {
      List<String> texts = new ArrayList<>();
      texts.add(split.slot().clientId());
      texts.addAll(split.slot().filters());
      return texts;
    }

    @Override
    SlotSplit value(List<String> texts) {
      return new SlotSplit(new MqttSlot(texts.get(0), texts.subList(1, texts.size())));
    }
  }

  /** The client ids. */
  static final class Known extends Texts<SlotsKnown> {
    @Override
    List<String> texts(SlotsKnown known) {
      return known.clientIds();
    }

    @Override
    SlotsKnown value(List<String> texts) {
      return new SlotsKnown(texts);
    }
  }
}
