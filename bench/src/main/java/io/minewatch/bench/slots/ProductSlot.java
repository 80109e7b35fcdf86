package io.minewatch.bench.slots;

import io.minewatch.bench.engine.Counters;
import io.minewatch.bench.engine.Engine;
import io.minewatch.bench.engine.EngineRun;
import io.minewatch.bench.engine.Envelopes;
import io.minewatch.bench.engine.FeedSource;
import io.minewatch.bench.engine.Gather;
import io.minewatch.bench.measure.Feed;
import io.minewatch.bench.measure.Outcome;
import io.minewatch.bench.measure.Slot;
import io.minewatch.bench.measure.Stretch;
import io.minewatch.bench.oracle.Oracle;
import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.record.Records;
import io.minewatch.jobs.judge.JudgeFunction;
import io.minewatch.jobs.judge.JudgeLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** S: the product's judge function in Flink, as the judge job runs it, without broker and sink. */
public final class ProductSlot implements Slot {
  private static final String OPERATOR = "judge-mines";

  /** As the judge job sets it. */
  private static final long BUFFER_TIMEOUT_MILLIS = 5;

  private final Engine engine;

  private final Judging judging;

  public ProductSlot(Engine engine) {
    this(engine, Judging.LIMITS);
  }

  public ProductSlot(Engine engine, Judging judging) {
    this.engine = engine;
    this.judging = judging;
  }

  @Override
  public String id() {
    return "S" + judging.mark();
  }

  @Override
  public String what() {
    return judging == Judging.EARLY
        ? "the same with early warnings at every point"
        : "the product: one record for each message, keyed by mine, in Flink";
  }

  /** What one run knows. */
  private static final class Run {
    final AtomicLong messages = new AtomicLong();
    final Feed feed;
    final EngineRun engine;
    final int plans;

    Run(Workload workload, Stretch stretch, Judging judging) {
      feed = new Feed(workload, stretch, periods -> drain(workload, periods));
      plans = workload.mines().size();
      long start = workload.mix().startMillis();
      engine =
          EngineRun.begin(
              workload.mines().stream()
                  .map(mine -> Envelopes.plan(judging.of(mine.plan()), start))
                  .toList(),
              feed);
    }

    private void drain(Workload workload, int periods) {
      int due = Oracle.expected(workload, periods).size();
      long sent = plans + feed.sent().messages();
      EngineRun.await(
          "messages and findings",
          () -> {
            messages.set(Counters.sum(OPERATOR, "minewatch.messages_received_total"));
            return messages.get() >= sent && findings(engine).size() >= due;
          });
    }
  }

  @Override
  public Outcome run(Workload workload, Stretch stretch) {
    Run run = new Run(workload, stretch, judging);
    try (EngineRun running = run.engine) {
      engine.run(job(running, Feed.count(workload, stretch).messages()));
      Outcome.Count sent = run.feed.sent();
      // The function counts messages only; a message counted is a message judged whole.
      Outcome.Count seen =
          new Outcome.Count(run.messages.get() - run.plans, sent.readings(), sent.fixes());
      return run.feed.outcome(seen, told(running), Map.of());
    }
  }

  private static List<Outgoing> findings(EngineRun run) {
    return run.results().stream()
        .map(Outgoing.class::cast)
        .filter(out -> out.topic().endsWith("/findings"))
        .filter(ProductSlot::isOfALimit) // the oracle knows of no other
        .toList();
  }

  private static boolean isOfALimit(Outgoing out) {
    return new String(out.payload(), StandardCharsets.UTF_8).contains("\"check\":\"LIMIT\"");
  }

  private static List<Told> told(EngineRun run) {
    return findings(run).stream().map(ProductSlot::told).toList();
  }

  private static Told told(Outgoing out) {
    try {
      return Tellers.told(Messages.read(out.payload(), Finding.class));
    } catch (WireException e) {
      throw new IllegalStateException(e.detail(), e);
    }
  }

  private StreamExecutionEnvironment job(EngineRun run, long messages) {
    StreamExecutionEnvironment env = engine.environment();
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    env.configure(settings);
    env.setBufferTimeout(BUFFER_TIMEOUT_MILLIS);
    FeedSource.of(env, run, messages)
        .keyBy(message -> Topic.mineOf(message.topic()), Types.STRING)
        .process(new JudgeFunction(JudgeLimits.DEFAULTS), Records.OUTGOING)
        .name(OPERATOR)
        .map(new Gather<Outgoing>(run))
        .returns(Records.OUTGOING)
        .sinkTo(new DiscardingSink<>());
    return env;
  }
}
