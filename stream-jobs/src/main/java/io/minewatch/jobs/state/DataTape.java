package io.minewatch.jobs.state;

import io.minewatch.judge.tape.Tape;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** A tape over Flink's views: big-endian numbers, modified UTF-8 texts. */
final class DataTape implements Tape {
  private final @Nullable DataInputView in;
  private final @Nullable DataOutputView out;

  /** Null where each text is written out every time. */
  private final @Nullable Texts texts;

  private DataTape(
      @Nullable DataInputView in, @Nullable DataOutputView out, @Nullable Texts texts) {
    this.in = in;
    this.out = out;
    this.texts = texts;
  }

  static DataTape playing(DataInputView in) {
    return new DataTape(in, null, null);
  }

  static DataTape recording(DataOutputView out) {
    return new DataTape(null, out, null);
  }

  /** The same tape on which a text that comes again is named by its number. */
  DataTape withEachTextOnce() {
    return new DataTape(in, out, new Texts());
  }

  @Override
  public boolean isPlaying() {
    return in != null;
  }

  // One method for each kind of number: a checkpoint holds millions, and none is to be boxed.

  @Override
  public byte small(byte held) {
    try {
      if (in != null) {
        return in.readByte();
      }
      if (out != null) {
        out.writeByte(held);
      }
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int whole(int held) {
    try {
      if (in != null) {
        return in.readInt();
      }
      if (out != null) {
        out.writeInt(held);
      }
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long whole(long held) {
    try {
      if (in != null) {
        return in.readLong();
      }
      if (out != null) {
        out.writeLong(held);
      }
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public double real(double held) {
    try {
      if (in != null) {
        return in.readDouble();
      }
      if (out != null) {
        out.writeDouble(held);
      }
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String text(String held) {
    return texts == null
        ? pass(held, DataInputView::readUTF, DataOutputView::writeUTF)
        : pass(held, texts::read, texts::write);
  }

  /** Bytes with their length. */
  byte[] bytes(byte[] held) {
    return pass(held, DataTape::readBytes, DataTape::writeBytes);
  }

  private static byte[] readBytes(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  private static void writeBytes(DataOutputView out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private interface Read<T> {
    T from(DataInputView in) throws IOException;
  }

  private interface Write<T> {
    void to(DataOutputView out, T value) throws IOException;
  }

  private <T> T pass(T held, Read<T> read, Write<T> write) {
    try {
      if (in != null) {
        return read.from(in);
      }
      if (out != null) {
        write.to(out, held);
      }
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
