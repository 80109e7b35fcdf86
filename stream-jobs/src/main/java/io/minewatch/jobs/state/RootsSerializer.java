package io.minewatch.jobs.state;

import io.minewatch.jobs.root.Roots;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The form of {@link Roots} in checkpoints: version, then its tape. */
public final class RootsSerializer extends TypeSerializerSingleton<Roots> {
  /** Grows with every change of the body; a version once released is read for ever. */
  static final int VERSION = 1;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public Roots createInstance() {
    return new Roots();
  }

  /** A copy that shares nothing that changes: a checkpoint is written while readings are added. */
  @Override
  public Roots copy(Roots from) {
    return from.copy();
  }

  @Override
  public Roots copy(Roots from, Roots reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(Roots roots, DataOutputView target) throws IOException {
    target.writeInt(VERSION);
    try {
      roots.pass(DataTape.recording(target));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Roots deserialize(DataInputView source) throws IOException {
    int version = source.readInt();
    if (version != VERSION) {
      throw new IOException("the state of roots has version " + version + ", read is " + VERSION);
    }
    try {
      return new Roots().pass(DataTape.playing(source));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("the state of roots is not what was written", e);
    }
  }

  @Override
  public Roots deserialize(Roots reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<Roots> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Roots> {
    public Snapshot() {
      super(RootsSerializer::new);
    }
  }
}
