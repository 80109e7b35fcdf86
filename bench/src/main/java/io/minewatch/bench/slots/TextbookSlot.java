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
import io.minewatch.bench.textbook.Alert;
import io.minewatch.bench.textbook.HeadChange;
import io.minewatch.bench.textbook.LastZoneFunction;
import io.minewatch.bench.textbook.ParseFixes;
import io.minewatch.bench.textbook.ParseReadings;
import io.minewatch.bench.textbook.SensorReading;
import io.minewatch.bench.textbook.Threshold;
import io.minewatch.bench.textbook.ThresholdFunction;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.wire.Envelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** B2: the textbook Flink job. */
public final class TextbookSlot implements Slot {
  private static final String SENSORS = "thresholds";
  private static final String PEOPLE = "last-zones";

  private final Engine engine;

  public TextbookSlot(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String id() {
    return "B2";
  }

  @Override
  public String what() {
    return "textbook Flink job: one record for each reading, JSON tree, keyed by sensor";
  }

  /** What one run knows. */
  private static final class Run {
    final AtomicLong readings = new AtomicLong();
    final AtomicLong fixes = new AtomicLong();
    final Feed feed;
    final EngineRun engine;

    Run(Workload workload, Stretch stretch) {
      feed = new Feed(workload, stretch, periods -> drain(workload, periods));
      Mine first = workload.mines().get(0);
      Envelope preface = Envelopes.plan(first.plan(), workload.mix().startMillis());
      engine = EngineRun.begin(List.of(preface), feed);
    }

    private void drain(Workload workload, int periods) {
      int due = Oracle.expected(workload, periods).size();
      Outcome.Count sent = feed.sent();
      EngineRun.await(
          "readings, positions and alerts",
          () -> {
            readings.set(Counters.sum(SENSORS, "numRecordsIn"));
            fixes.set(Counters.sum(PEOPLE, "numRecordsIn"));
            return readings.get() >= sent.readings()
                && fixes.get() >= sent.fixes()
                && alerts().size() >= due;
          });
    }

    List<Told> alerts() {
      return engine.results().stream()
          .filter(Alert.class::isInstance)
          .map(Alert.class::cast)
          .map(Tellers::told)
          .toList();
    }

    Map<String, Integer> heads() {
      Map<String, Integer> heads = new HashMap<>();
      for (Object result : engine.results()) {
        if (result instanceof HeadChange change) {
          heads.merge(change.mine, change.heads, Integer::sum);
        }
      }
      return heads;
    }
  }

  @Override
  public Outcome run(Workload workload, Stretch stretch) {
    Run run = new Run(workload, stretch);
    try (EngineRun running = run.engine) {
      Outcome.Count all = Feed.count(workload, stretch);
      engine.run(job(workload, running, all.messages()));
      // Messages are split by the first function; that all arrived is seen by what was in them.
      Outcome.Count seen =
          new Outcome.Count(run.feed.sent().messages(), run.readings.get(), run.fixes.get());
      return run.feed.outcome(seen, run.alerts(), run.heads());
    }
  }

  private StreamExecutionEnvironment job(Workload workload, EngineRun run, long messages) {
    StreamExecutionEnvironment env = engine.environment();
    DataStream<Envelope> source = FeedSource.of(env, run, messages);
    source
        .flatMap(new ParseReadings())
        .setParallelism(1)
        .keyBy(reading -> reading.sensor)
        .process(new ThresholdFunction(thresholds(workload)))
        .name(SENSORS)
        .map(new Gather<Alert>(run))
        .returns(Alert.class)
        .sinkTo(new DiscardingSink<>());
    source
        .flatMap(new ParseFixes())
        .setParallelism(1)
        .keyBy(fix -> fix.person)
        .process(new LastZoneFunction())
        .name(PEOPLE)
        .map(new Gather<HeadChange>(run))
        .returns(HeadChange.class)
        .sinkTo(new DiscardingSink<>());
    return env;
  }

  private static Map<String, List<Threshold>> thresholds(Workload workload) {
    Map<String, List<Threshold>> bySensor = new HashMap<>();
    for (Mine mine : workload.mines()) {
      Map<String, LimitRule> rules =
          mine.plan().limits().stream()
              .collect(Collectors.toMap(LimitRule::id, Function.identity()));
      for (PointPlan point : mine.plan().points()) {
        List<Threshold> thresholds =
            point.rules().stream()
                .map(id -> Threshold.of(Objects.requireNonNull(rules.get(id))))
                .toList();
        bySensor.put(SensorReading.sensor(mine.code(), point.id().value()), thresholds);
      }
    }
    return bySensor;
  }
}
