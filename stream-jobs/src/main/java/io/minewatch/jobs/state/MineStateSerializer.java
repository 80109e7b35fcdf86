package io.minewatch.jobs.state;

import io.minewatch.domain.wire.WireException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The form of {@link MineState} in checkpoints: version, length, body. The same state gives the
 * same bytes. An unknown version, or a body that is not used up, stops the restore: a memory read
 * wrong would judge wrong.
 */
public final class MineStateSerializer extends TypeSerializerSingleton<MineState> {
  /** Grows with every change of the body; a version once released is read for ever. */
  static final int VERSION = 8;

  private static final int FIRST_GUESS_BYTES = 16 * 1024;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public MineState createInstance() {
    return new MineState();
  }

  /** A copy that shares nothing that changes: a checkpoint is written while judging goes on. */
  @Override
  public MineState copy(MineState from) {
    return from.playBeside(DataTape.playing(new DataInputDeserializer(body(from))));
  }

  @Override
  public MineState copy(MineState from, MineState reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(MineState state, DataOutputView target) throws IOException {
    byte[] body = body(state);
    target.writeInt(VERSION);
    target.writeInt(body.length);
    target.write(body);
  }

  private static byte[] body(MineState state) {
    DataOutputSerializer out = new DataOutputSerializer(FIRST_GUESS_BYTES);
    state.record(DataTape.recording(out));
    return out.getCopyOfBuffer();
  }

  @Override
  public MineState deserialize(DataInputView source) throws IOException {
    int version = source.readInt();
    if (version != VERSION) {
      throw new IOException("the state of a mine has version " + version + ", read is " + VERSION);
    }
    byte[] body = new byte[source.readInt()];
    source.readFully(body);
    DataInputDeserializer in = new DataInputDeserializer(body);
    MineState state = play(in);
    if (in.available() != 0) {
      throw new IOException("the state of a mine has " + in.available() + " bytes too many");
    }
    return state;
  }

  private static MineState play(DataInputView in) throws IOException {
    try {
      return MineState.play(DataTape.playing(in));
    } catch (WireException e) {
      throw new IOException("the plan in the state of a mine: " + e.detail(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IllegalArgumentException e) {
      throw new IOException("the state of a mine is not what was written", e);
    }
  }

  @Override
  public MineState deserialize(MineState reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<MineState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<MineState> {
    public Snapshot() {
      super(MineStateSerializer::new);
    }
  }
}
