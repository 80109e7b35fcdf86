package io.minewatch.bench.kernel;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a reading costs. One operation is one reading; messages hold {@value Mines#BATCH} of them.
 * Filling the decoded message is part of judging here, a small part.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JudgeBenchmark {
  /** System property: the folder of the rule packs. */
  public static final String RULES = "minewatch.rules";

  /** System property: the folder of the demo mine's registry. */
  public static final String MINES = "minewatch.mines";

  private static final int MINE_COUNT = 40;

  /** Of the average mine. */
  private static final int POINTS = 180;

  private static final int ENCODED = 64;

  @Param({"LIMITS", "ALL"})
  Rules rules = Rules.ALL;

  private @Nullable Mines made;
  private Envelope[] messages = {};
  private Topic[] topics = {};
  private int next;

  /** Makes the mines and lets every point speak for half an hour, so that there is a history. */
  @Setup(Level.Trial)
  public void prepare() {
    Mines mines = new Mines(plans());
    made = mines;
    messages = new Envelope[ENCODED];
    topics = new Topic[ENCODED];
    for (int i = 0; i < ENCODED; i++) {
      topics[i] = mines.topic();
      messages[i] = mines.encoded();
      mines.judge(mines.next());
    }
    for (int i = 0; i < 180 * mines.round(); i++) {
      mines.judge(mines.next());
    }
  }

  private List<Plan> plans() {
    MethanePlans all = new MethanePlans(folder(RULES), folder(MINES));
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < MINE_COUNT; i++) {
      plans.add(all.plan(i, POINTS, rules));
    }
    return plans;
  }

  private Mines mines() {
    return Objects.requireNonNull(made);
  }

  private static Path folder(String property) {
    return Path.of(
        Objects.requireNonNull(System.getProperty(property), "-D" + property + "=FOLDER"));
  }

  @Benchmark
  @OperationsPerInvocation(Mines.BATCH)
  public int judge() {
    return mines().judge(mines().next());
  }

  @Benchmark
  @OperationsPerInvocation(Mines.BATCH)
  public int judgeAndTime() {
    return mines().judgeOnTime(mines().next());
  }

  @Benchmark
  @OperationsPerInvocation(Mines.BATCH)
  public int decodeAndJudge() throws WireException {
    next = (next + 1) % ENCODED;
    return mines().decode(messages[next], topics[next]).size() + mines().judge(mines().next());
  }
}
