package io.minewatch.bench.kernel;

import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.tape.Tape;
import java.nio.charset.StandardCharsets;

/** Counts the bytes that a memory takes in a checkpoint. */
final class TapeLength implements Tape {
  private static final int LENGTH_BYTES = 2;

  private long bytes;

  private TapeLength() {}

  static long of(MineMemory memory) {
    TapeLength tape = new TapeLength();
    memory.record(tape);
    return tape.bytes;
  }

  @Override
  public boolean isPlaying() {
    return false;
  }

  @Override
  public byte small(byte held) {
    bytes += Byte.BYTES;
    return held;
  }

  @Override
  public int whole(int held) {
    bytes += Integer.BYTES;
    return held;
  }

  @Override
  public long whole(long held) {
    bytes += Long.BYTES;
    return held;
  }

  @Override
  public double real(double held) {
    bytes += Double.BYTES;
    return held;
  }

  @Override
  public String text(String held) {
    bytes += LENGTH_BYTES + held.getBytes(StandardCharsets.UTF_8).length;
    return held;
  }
}
