package io.minewatch.jobs.state;

import io.minewatch.jobs.window.Points;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The form of {@link Points} in checkpoints: version, then its tape. */
public final class PointsSerializer extends TypeSerializerSingleton<Points> {
  /** Grows with every change of the body; a version once released is read for ever. */
  static final int VERSION = 2;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public Points createInstance() {
    return new Points();
  }

  /** A copy that shares nothing: a checkpoint is written while readings are counted. */
  @Override
  public Points copy(Points from) {
    return from.copy();
  }

  @Override
  public Points copy(Points from, Points reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(Points points, DataOutputView target) throws IOException {
    target.writeInt(VERSION);
    try {
      points.pass(DataTape.recording(target));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Points deserialize(DataInputView source) throws IOException {
    int version = source.readInt();
    if (version != VERSION) {
      throw new IOException("the state of points has version " + version + ", read is " + VERSION);
    }
    try {
      return new Points().pass(DataTape.playing(source));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("the state of points is not what was written", e);
    }
  }

  @Override
  public Points deserialize(Points reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<Points> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Points> {
    public Snapshot() {
      super(PointsSerializer::new);
    }
  }
}
