package io.minewatch.jobs.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** The form of {@link FeedState} in checkpoints: version, then its tape. */
public final class FeedStateSerializer extends TypeSerializerSingleton<FeedState> {
  /** Grows with every change of the body; a version once released is read for ever. */
  static final int VERSION = 3;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public FeedState createInstance() {
    return new FeedState();
  }

  /** A copy that shares nothing: a checkpoint is written while messages are counted. */
  @Override
  public FeedState copy(FeedState from) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(256);
      serialize(from, out);
      return deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public FeedState copy(FeedState from, FeedState reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(FeedState state, DataOutputView target) throws IOException {
    target.writeInt(VERSION);
    try {
      state.pass(DataTape.recording(target));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public FeedState deserialize(DataInputView source) throws IOException {
    int version = source.readInt();
    if (version != VERSION) {
      throw new IOException("the state of a feed has version " + version + ", read is " + VERSION);
    }
    try {
      return new FeedState().pass(DataTape.playing(source));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IllegalArgumentException e) {
      throw new IOException("the state of a feed is not what was written", e);
    }
  }

  @Override
  public FeedState deserialize(FeedState reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<FeedState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<FeedState> {
    public Snapshot() {
      super(FeedStateSerializer::new);
    }
  }
}
