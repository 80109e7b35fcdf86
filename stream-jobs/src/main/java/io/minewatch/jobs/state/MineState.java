package io.minewatch.jobs.state;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import org.jspecify.annotations.Nullable;

/**
 * All that the judge job keeps for one mine. The plan is kept as the bytes that came, so that a
 * checkpoint copies them and does not write the plan anew.
 */
public final class MineState {
  /** No timer is set. */
  public static final long NO_TIMER = Long.MAX_VALUE;

  private static final byte[] NO_PLAN = new byte[0];

  private byte[] planPayload = NO_PLAN;
  private @Nullable MineMemory memory;
  private final Held held = new Held();
  private @Nullable Envelope heldOrders;
  private final Budget rejections = new Budget();
  private final Unanswered unanswered = new Unanswered();
  private long rejectedUnplanned;
  private long timerAt = NO_TIMER;

  /** What this state is in a checkpoint, from when it was copied until somebody touches it. */
  private volatile byte @Nullable [] saved;

  /** Null until the first plan has come. */
  public @Nullable MineMemory memory() {
    touched();
    return memory;
  }

  /** Begins to know a mine by its first plan. */
  public MineMemory begin(Plan plan, byte[] payload, long now) {
    touched();
    planPayload = payload;
    MineMemory begun = new MineMemory(plan, now);
    MineJudge.countRejected(begun, rejectedUnplanned);
    rejectedUnplanned = 0;
    memory = begun;
    return begun;
  }

  /** Keeps the bytes of the plan that now holds. */
  public void planIs(byte[] payload) {
    touched();
    planPayload = payload;
  }

  /** What waits for the plan. */
  public Held held() {
    touched();
    return held;
  }

  /** The newest order book that came before the plan: it is sent once and never given up. */
  public @Nullable Envelope heldOrders() {
    return heldOrders;
  }

  public void holdOrders(@Nullable Envelope orders) {
    touched();
    heldOrders = orders;
  }

  /** How many refusals may still be told. */
  public Budget rejections() {
    touched();
    return rejections;
  }

  /** The findings that alerting has not said to have. */
  public Unanswered unanswered() {
    touched();
    return unanswered;
  }

  /** Counts a refused message. */
  public void countRejected() {
    touched();
    if (memory == null) {
      rejectedUnplanned++;
    } else {
      MineJudge.countRejected(memory, 1);
    }
  }

  /** Refused messages while there is no plan; then they count in the memory's tally. */
  public long rejectedUnplanned() {
    return rejectedUnplanned;
  }

  /** The one timer that is set, or {@link #NO_TIMER}. */
  public long timerAt() {
    return timerAt;
  }

  public void timerIs(long at) {
    touched();
    timerAt = at;
  }

  /** Whether nothing is known that is worth keeping. */
  public boolean isForgettable() {
    return memory == null && held.isEmpty() && heldOrders == null && unanswered.size() == 0;
  }

  private void touched() {
    if (saved != null) {
      saved = null;
    }
  }

  void isSaved(byte[] body) {
    saved = body;
  }

  /** Its bytes where they were made already. */
  byte @Nullable [] saved() {
    return saved;
  }

  void record(DataTape tape) {
    pass(tape);
    if (memory != null) {
      memory.record(tape);
    }
  }

  static MineState play(DataTape tape) throws WireException {
    MineState state = new MineState();
    state.pass(tape);
    if (state.planPayload.length > 0) {
      state.memory = MineMemory.play(Messages.read(state.planPayload, Plan.class), tape);
    }
    return state;
  }

  /** The same as {@link #play}, with the plan of this one instead of reading it again. */
  MineState playBeside(DataTape tape) {
    MineState state = new MineState();
    state.pass(tape);
    if (memory != null) {
      state.planPayload = planPayload;
      state.memory = memory.playBeside(tape);
    }
    return state;
  }

  private void pass(DataTape tape) {
    planPayload = tape.bytes(planPayload);
    held.pass(tape);
    heldOrders = Held.optional(tape, heldOrders);
    rejections.pass(tape);
    rejectedUnplanned = tape.whole(rejectedUnplanned);
    timerAt = tape.whole(timerAt);
    unanswered.pass(tape);
  }
}
