package io.minewatch.judge.tape;

import java.util.ArrayDeque;

/** A tape in memory: records until it is rewound, then plays. */
public final class MemoryTape implements Tape {
  private final ArrayDeque<Object> values = new ArrayDeque<>();
  private boolean playing;

  /** From now on it plays what was recorded. */
  public MemoryTape rewind() {
    playing = true;
    return this;
  }

  /** How many values are on it. */
  public int size() {
    return values.size();
  }

  @SuppressWarnings("unchecked")
  private <T> T pass(T held) {
    if (playing) {
      return (T) held.getClass().cast(values.removeFirst());
    }
    values.addLast(held);
    return held;
  }

  @Override
  public boolean isPlaying() {
    return playing;
  }

  @Override
  public byte small(byte held) {
    return pass(held);
  }

  @Override
  public int whole(int held) {
    return pass(held);
  }

  @Override
  public long whole(long held) {
    return pass(held);
  }

  @Override
  public double real(double held) {
    return pass(held);
  }

  @Override
  public String text(String held) {
    return pass(held);
  }
}
