package io.minewatch.judge.mine;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.judge.feed.Gateways;
import io.minewatch.judge.limit.Excursions;
import io.minewatch.judge.muster.OrderBoard;
import io.minewatch.judge.muster.People;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import java.util.List;

/**
 * All that is known of one mine. Changed in place by {@link MineJudge} and by nobody else. The plan
 * is not on the tape: whoever keeps the tape keeps the plan beside it.
 */
public final class MineMemory {
  PlanIndex index;
  PointColumns points;
  Excursions excursions;
  Watches watches;
  final People people;
  final OrderBoard orders = new OrderBoard();
  private final Gateways gateways = new Gateways();
  final Tally tally = new Tally();
  final Backlog backlog = new Backlog();

  /** Newest measured time judged. */
  long lastReading = Freshness.NEVER;

  /** No point darkens and no delay runs out before this. */
  long nextLook;

  /** When the next summary is due. */
  long nextSummary;

  /** A mine whose first plan has just come. */
  public MineMemory(Plan plan, long now) {
    this(new PlanIndex(plan), now);
  }

  private MineMemory(PlanIndex plan, long now) {
    this(plan, now, new Watches(plan.plan(), plan.compounds()));
  }

  private MineMemory(PlanIndex plan, long now, Watches watches) {
    index = plan;
    points = new PointColumns(index.points(), now);
    people = new People(now);
    excursions = new Excursions(index.slots());
    this.watches = watches;
    nextLook = now;
    nextSummary = now;
  }

  /** A mine as it was saved under this plan. */
  public static MineMemory play(Plan plan, Tape tape) {
    MineMemory memory = new MineMemory(plan, 0);
    memory.pass(tape);
    return memory;
  }

  /**
   * Brings back what was recorded of this memory, as a second one; only what comes of the plan is
   * shared.
   */
  public MineMemory playBeside(Tape tape) {
    MineMemory memory = new MineMemory(index, 0, watches.beside());
    memory.pass(tape);
    return memory;
  }

  public void record(Tape tape) {
    pass(tape);
  }

  private void pass(Tape tape) {
    require("plan version", plan().version(), tape.whole(plan().version()));
    require("points", index.points(), tape.whole(index.points()));
    require("slots", index.slots(), tape.whole(index.slots()));
    points.pass(tape);
    excursions.pass(tape);
    people.pass(tape);
    orders.pass(tape);
    tally.pass(tape);
    lastReading = tape.whole(lastReading);
    nextLook = tape.whole(nextLook);
    nextSummary = tape.whole(nextSummary);
    gateways.pass(tape);
    watches.pass(tape);
    backlog.pass(tape, index);
  }

  private static void require(String what, long ours, long saved) {
    if (ours != saved) {
      throw new IllegalArgumentException(
          "the memory was saved under another plan: " + what + " " + saved + ", not " + ours);
    }
  }

  public Plan plan() {
    return index.plan();
  }

  public MineCode mine() {
    return plan().mine();
  }

  /**
   * Refuses a plan of which something cannot be judged.
   *
   * @throws IllegalArgumentException with the reason
   */
  public void requireJudgeable() {
    List<Summary.NotJudged> not = notJudged();
    if (!not.isEmpty()) {
      throw new IllegalArgumentException("it cannot be judged by: " + not);
    }
  }

  /** What of a plan that is kept cannot be judged. */
  public List<Summary.NotJudged> notJudged() {
    return index.compounds().notJudged().entrySet().stream()
        .map(each -> new Summary.NotJudged(each.getKey(), each.getValue()))
        .toList();
  }

  /** What was counted since this memory began. */
  public Tally tally() {
    return tally;
  }

  /** The gateways whose messages came, and what of them came. */
  public Gateways gateways() {
    return gateways;
  }
}
