package io.minewatch.judge.mine;

import io.minewatch.domain.plan.Plan;
import io.minewatch.judge.tape.Tape;
import java.util.ArrayDeque;

/** A tape in memory. */
final class ListTape implements Tape {
  private final ArrayDeque<Object> values = new ArrayDeque<>();
  private boolean playing;

  static MineMemory copy(MineMemory memory) {
    return copy(memory, memory.plan());
  }

  /** Brought back by a judge that reads the plan otherwise. */
  static MineMemory copy(MineMemory memory, Plan plan) {
    ListTape tape = new ListTape();
    memory.record(tape);
    tape.playing = true;
    MineMemory copy = MineMemory.play(plan, tape);
    if (!tape.values.isEmpty()) {
      throw new IllegalStateException("left on the tape: " + tape.values);
    }
    return copy;
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
